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

-- The rows that prove a clause: what was done, not what is drafted. Support that was given, money that is posted and was
-- not taken back, programmes that were held. Where children were reviewed in the plan's year, the reviews are the
-- evidence, else the circumstances that began in it.
create view clause_evidence as
    select c.id as clause, s.id as row from clause c join session s on s.clause = c.id
        where c.evidence = 'session' and s.trashed is null and s.state = 'held'
    union all select c.id, e.id from clause c join event e on e.clause = c.id
        where c.evidence = 'event' and e.trashed is null
        and (e.approved_on is not null or e.children_present > 0 or e.cost > 0)
    union all select c.id, o.id from clause c join campaign p on p.clause = c.id join contribution o on o.campaign = p.id
        where c.evidence = 'contribution' and p.trashed is null and o.trashed is null and o.number is not null
        and o.reverses is null and not exists (select 1 from contribution r where r.reverses = o.id and r.number is not null)
    union all select c.id, v.id from clause c join plan y on y.id = c.plan
        join review v on substr(v.reviewed_on, 1, 4) = cast(y.year as text) join round r on r.id = v.round
        where c.evidence = 'circumstance' and v.trashed is null and r.trashed is null
    union all select c.id, x.id from clause c join plan y on y.id = c.plan
        join circumstance x on substr(x.since, 1, 4) = cast(y.year as text)
        where c.evidence = 'circumstance' and x.trashed is null and not exists (select 1 from review v
            join round r on r.id = v.round where v.trashed is null and r.trashed is null
            and substr(v.reviewed_on, 1, 4) = cast(y.year as text))
    union all select c.id, x.id from clause c join plan y on y.id = c.plan
        join support x on substr(x.date, 1, 4) = cast(y.year as text)
        where c.evidence = 'support' and x.trashed is null and x.state = 'given'
    union all select c.id, r.id from clause c join plan y on y.id = c.plan
        join unit_report r on substr(r.received_on, 1, 4) = cast(y.year as text)
        where c.evidence = 'unit_report' and r.trashed is null and r.state <> 'returned'
    union all select c.id, r.id from clause c join plan y on y.id = c.plan
        join report r on substr(r.signed_on, 1, 4) = cast(y.year as text)
        where c.evidence = 'report' and r.trashed is null;

create view clause_shown as
    select f.*,
        ifnull((select name from body where id = f.lead), '') as lead_name,
        ifnull((select group_concat(b.name, ', ' order by l.id) from clause_body l join body b on b.id = l.body
            where l.clause = f.id), '') as partner_names,
        substr('                    ', 1, 2 * (with recursive up(id) as (select f.id union
            select p.parent from up join clause p on p.id = up.id where p.parent is not null) select count(*) - 1 from up))
            || iif(f.code = '', '', f.code || ' ') || f.name as line,
        -- Whether there is any is asked apart from how many there are: it ends at the first.
        iif(f.evidence = '' or exists (select 1 from clause_evidence e where e.clause = f.id), 0, 1) as bare,
        f.due || '|' || f.year || '|' || case when f.evidence = '' then 'none'
            when exists (select 1 from clause_evidence e where e.clause = f.id) then 'done' else 'bare' end as deadline,
        iif(f.evidence = '', null, (select count(*) from clause_evidence e where e.clause = f.id)) as evidences
    from (select c.*, (select year from plan where id = c.plan) as year from clause c) f;
