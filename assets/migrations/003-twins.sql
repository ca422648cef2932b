-- Children who were entered twice. The child that is merged lies in the trash of its table, shown nowhere; what pointed
-- to it points to the child that is kept, but for lists that stand frozen.
create table merge (
    id integer primary key,
    name text not null,                     -- the merged child's, as it was
    merged_on text not null check (merged_on is date(merged_on)),
    kept integer not null references child deferrable initially deferred,
    gone integer not null references child deferrable initially deferred,
    step integer references step deferrable initially deferred, -- its changes are put back when the two are taken apart
    trashed text, fold text not null default '', sort blob,
    check (kept <> gone)
) strict;
create unique index merge_gone on merge (gone);
create index merge_kept on merge (kept);

-- Children who are alike and yet two: they are not suspected again.
create table apart (
    id integer primary key,
    name text not null,                     -- of both
    first integer not null references child deferrable initially deferred,
    second integer not null references child deferrable initially deferred,
    trashed text, fold text not null default '', sort blob,
    check (first < second)
) strict;
create unique index apart_pair on apart (first, second);

-- For those who were born on one day. An expression, so that what asks for spans of birth dates is not led this way.
create index child_birthday on child (ifnull(born, ''));
create index child_carer on child (carer) where carer is not null;
