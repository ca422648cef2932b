-- Who came to an event, by name; its files, its photos with the children seen on them, and its partners with their dates.
create table participant (
    id integer primary key,
    name text not null,                     -- the child's name
    event integer not null references event deferrable initially deferred,
    child integer not null references child deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    presence text not null default 'away' check (presence in ('away', 'came')),
    trashed text, fold text not null default '', sort blob,
    unique (event, child)
) strict;
create index participant_sort on participant (event, unit, sort, id);
create index participant_child on participant (child);
create view participant_shown as
    select p.*, (select c.born from child c where c.id = p.child) as born from participant p;

create table photo (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    nobody integer not null default 0 check (nobody in (0, 1)),
    note text not null default '',
    file integer not null references file_bytes deferrable initially deferred,
    file_name text not null default '',
    added_on text not null check (added_on is date(added_on)),
    chosen integer not null default 0 check (chosen in (0, 1)),
    trashed text, fold text not null default '', sort blob
) strict;
create index photo_event on photo (event);
create table photo_child (
    id integer primary key,
    photo integer not null references photo deferrable initially deferred,
    child integer not null references child deferrable initially deferred,
    unique (photo, child)
) strict;
create index photo_child_child on photo_child (child);
create view photo_shown as
    select p.*, (select count(*) from photo_child l where l.photo = p.id) as children from photo p;

alter table attachment add column event integer references event deferrable initially deferred;
create index attachment_event on attachment (event) where event is not null;

-- A partner is there from one day to another; the partners of an event are bodies, not words.
alter table body add column since text check (since is date(since));
alter table body add column until text check (until is date(until));
create table event_body (
    id integer primary key,
    event integer not null references event deferrable initially deferred,
    body integer not null references body deferrable initially deferred,
    unique (event, body)
) strict;
create index event_body_body on event_body (body);
insert into body (name)
    select distinct trim(j.value) from event e, json_each('["' || replace(replace(e.hosts, '"', ''), ';', '","') || '"]') j
    where trim(j.value) <> '' and trim(j.value) not in (select name from body where trashed is null);
insert or ignore into event_body (event, body)
    select e.id, (select min(b.id) from body b where b.name = trim(j.value) and b.trashed is null)
    from event e, json_each('["' || replace(replace(e.hosts, '"', ''), ';', '","') || '"]') j where trim(j.value) <> '';
alter table event drop column hosts;
-- All search texts are made anew.
delete from memory where key = 'order';
