-- Deadlines that fall on a day without work stay, or move to the working day before or after it, as the office decides.
alter table agency add column off_days text not null default 'keep' check (off_days in ('keep', 'before', 'after'));

-- Reminders that were put off: what is due is not shown until the day, and why is kept.
create table snooze (
    id integer primary key,
    name text not null,                     -- what was put off, in words
    thing text not null check (thing <> ''), -- which one: its table, row and day
    until text not null check (until is date(until)),
    reason text not null check (reason <> ''),
    trashed text, fold text not null default '', sort blob
) strict;
create index snooze_thing on snooze (thing);
