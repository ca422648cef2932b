-- The office's own Word files that reports are filled into.
create table template (
    id integer primary key,
    name text not null check (name <> ''),
    kind text not null default 'any',
    content text not null default '',       -- the file in Base64
    trashed text, fold text not null default '', sort blob
) strict;

-- A report for the public says no small counts of children, unless somebody gave the reason why it does.
alter table report add column guarded integer not null default 0 check (guarded in (0, 1));
alter table report add column unguarded text not null default '';
