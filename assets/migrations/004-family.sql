-- Which units a child was in before the one it is in now, and its school years.
create table stay (
    id integer primary key,
    child integer not null references child deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    until text not null check (until is date(until)),   -- the last day in that unit
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index stay_child on stay (child, until);

create table schooling (
    id integer primary key,
    child integer not null references child deferrable initially deferred,
    year text not null check (year glob '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
    school text not null default '',
    class text not null default '',
    result text not null default '',
    prize text not null default '',
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index schooling_child on schooling (child);

-- Who is on the roster no more is found without looking each child up.
create index child_left on child (state, born) where trashed is null;

-- Outside donors by name, each with its latest contribution.
create view donor_line as
    select max(id) as id, donor as name, count(*) as times, sum(amount) as amount
    from contribution where donor <> '' and trashed is null group by donor;
