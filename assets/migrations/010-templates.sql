-- The office's own Word files that reports are filled into.
create table template (
    id integer primary key,
    name text not null check (name <> ''),
    kind text not null default 'any',
    content text not null default '',       -- the file in Base64
    trashed text, fold text not null default '', sort blob
) strict;
