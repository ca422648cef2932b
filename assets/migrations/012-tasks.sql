-- Papers that come in with work to do, and the tasks that begin with them or with a clause of the plan.
create table incoming (
    id integer primary key,
    name text not null check (name <> ''),
    number text not null default '',
    issuer text not null default '',
    date text check (date is date(date)),
    arrived text not null check (arrived is date(arrived)),
    assigner text not null default '',
    opinion text not null default '',
    due text check (due is date(due)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index incoming_arrived on incoming (arrived desc, id desc) where trashed is null;
create table task (
    id integer primary key,
    name text not null check (name <> ''),
    incoming integer references incoming deferrable initially deferred,
    clause integer references clause deferrable initially deferred,
    officer integer references person deferrable initially deferred,
    former integer references task deferrable initially deferred,
    rule text not null default '',
    unit integer references unit deferrable initially deferred,
    period text not null default '',
    note text not null default '',
    due_on text check (due_on is date(due_on)),
    done_on text check (done_on is date(done_on)),
    trashed text, fold text not null default '', sort blob,
    check (former is not id)
) strict;
create index task_incoming on task (incoming) where incoming is not null;
create index task_clause on task (clause) where clause is not null;
create index task_former on task (former) where former is not null;
create view incoming_shown as
    select l.*, (select count(*) from task t where t.incoming = l.id and t.trashed is null) as tasks,
        (select count(*) from task t where t.incoming = l.id and t.trashed is null and t.done_on is null) as open_tasks
    from incoming l;
-- A task waits for the one before it, and for a unit's report of a period; then it is due.
create view task_shown as
    select t.*,
        case when t.done_on is not null then 'done'
            when f.id is not null and f.trashed is null and f.done_on is null then 'waits'
            when t.unit is not null and not exists (select 1 from unit_report r where r.unit = t.unit and r.period = t.period
                and r.trashed is null and r.state in ('in', 'accepted', 'nothing')) then 'asked'
            else 'open' end as state,
        ifnull(f.name, '') as former_name,
        coalesce((select nullif(number, '') from incoming where id = t.incoming), (select name from incoming where id = t.incoming),
            (select code from clause where id = t.clause), '') as origin
    from task t left join task f on f.id = t.former;
-- A plan is known by its year.
create view plan_shown as select p.*, cast(p.year as text) as code,
    (select count(*) from clause c where c.plan = p.id and c.trashed is null) as clauses from plan p;
