-- The plan is a tree whose clauses are led and helped by bodies: units, all units, or partners outside of them.
create table body (
    id integer primary key,
    name text not null check (name <> ''),
    unit integer references unit deferrable initially deferred,
    every integer not null default 0 check (every in (0, 1)),
    contact text not null default '',
    phone text not null default '',
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index body_sort on body (sort, id) where trashed is null;
create table clause_body (
    id integer primary key,
    clause integer not null references clause deferrable initially deferred,
    body integer not null references body deferrable initially deferred,
    unique (clause, body)
) strict;
create index clause_body_body on clause_body (body);

alter table plan add column basis text not null default '';
alter table plan add column recipients text not null default '';
alter table plan add column signer text not null default '';

drop view clause_shown;
alter table clause rename column lead to lead_text;
alter table clause add column parent integer references clause deferrable initially deferred;
alter table clause add column place integer not null default 0;
alter table clause add column mark text not null default '';
alter table clause add column words text not null default '';
alter table clause add column lead integer references body deferrable initially deferred;
alter table clause add column officer integer references person deferrable initially deferred;
create index clause_parent on clause (parent) where parent is not null;

-- Who was written as text becomes a body; commas part the partners, but not "phòng, đơn vị".
insert into body (name) select distinct lead_text from clause where lead_text <> '';
insert into body (name)
    select distinct trim(replace(j.value, '¦', ',')) from clause c,
        json_each('["' || replace(replace(replace(replace(c.partners, 'phòng, đơn vị', 'phòng¦ đơn vị'), '"', ''), ';', ','), ',', '","') || '"]') j
    where trim(j.value) <> '' and trim(replace(j.value, '¦', ',')) not in (select name from body);
insert into clause_body (clause, body)
    select distinct c.id, b.id from clause c,
        json_each('["' || replace(replace(replace(replace(c.partners, 'phòng, đơn vị', 'phòng¦ đơn vị'), '"', ''), ';', ','), ',', '","') || '"]') j
        join body b on b.name = trim(replace(j.value, '¦', ','));
update clause set lead = (select id from body where name = lead_text) where lead_text <> '';
update body set every = 1 where name like 'các phòng%' or name like 'Các phòng%';
update body set unit = (select id from unit where unit.name = body.name and unit.trashed is null) where every = 0;
alter table clause drop column lead_text;
alter table clause drop column partners;
-- Clauses stood in the order of their rows; a clause hangs on the one whose code is the beginning of its own.
update clause set place = (select count(*) from clause o where o.plan = clause.plan and o.id < clause.id) + 1;
update clause set parent = (select p.id from clause p where p.plan = clause.plan and p.trashed is null and p.code <> ''
    and substr(clause.code, 1, length(p.code) + 1) = p.code || '.' order by length(p.code) desc, p.id limit 1)
    where code <> '';
-- All search texts are made anew.
delete from memory where key = 'order';

create view body_shown as
    select b.*, (select count(*) from clause c where c.trashed is null and (c.lead = b.id
        or exists (select 1 from clause_body l where l.clause = c.id and l.body = b.id))) as clauses,
        -- Whom to call: the body's own contact, else that of the unit it is.
        concat_ws(', ', nullif(coalesce(nullif(b.contact, ''), u.contact, ''), ''),
            nullif(coalesce(nullif(b.phone, ''), u.phone, ''), '')) as reach
    from body b left join unit u on u.id = coalesce(b.unit, (select min(n.id) from unit n where n.name = b.name and n.trashed is null));
