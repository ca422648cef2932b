-- Inspections of units, and what they recommend.
create table inspection (
    id integer primary key,
    date text not null check (date is date(date)),
    unit integer not null references unit deferrable initially deferred,
    name text not null check (name <> ''),
    state text not null default 'planned' check (state in ('planned', 'held')),
    basis text not null default '',
    place text not null default '',
    begun text check (begun glob '[0-2][0-9]:[0-5][0-9]'),
    ended text check (ended glob '[0-2][0-9]:[0-5][0-9]'),
    chair text not null default '',
    secretary text not null default '',
    members text not null default '',
    met text not null default '',
    findings text not null default '',
    opinion text not null default '',
    conclusion text not null default '',
    clause integer references clause deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index inspection_date on inspection (date);
create table recommendation (
    id integer primary key,
    name text not null check (name <> ''),
    inspection integer not null references inspection deferrable initially deferred,
    due text check (due is date(due)),
    state text not null default 'open' check (state in ('open', 'answered', 'done')),
    answer text not null default '',
    closed_on text check (closed_on is date(closed_on)),
    trashed text, fold text not null default '', sort blob,
    check ((state = 'open') = (closed_on is null))
) strict;
create index recommendation_inspection on recommendation (inspection);

-- Movements for children that a higher level launched, and the units that joined.
create table rally (
    id integer primary key,
    since text not null check (since is date(since)),
    name text not null check (name <> ''),
    launcher text not null default '',
    document integer references document deferrable initially deferred,
    until text check (until is date(until)),
    done text not null default '',
    people integer not null default 0 check (people >= 0),
    clause integer references clause deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob,
    check (until is null or since <= until)
) strict;
create index rally_since on rally (since);
create table rally_unit (
    id integer primary key,
    rally integer not null references rally deferrable initially deferred,
    unit integer not null references unit deferrable initially deferred,
    unique (rally, unit)
) strict;
create index rally_unit_unit on rally_unit (unit);

alter table attachment add column inspection integer references inspection deferrable initially deferred;
alter table attachment add column rally integer references rally deferrable initially deferred;

create view inspection_shown as
    select i.*, 'KT' || i.id as code,
        (select count(*) from recommendation r where r.inspection = i.id and r.trashed is null) as recommendations,
        (select count(*) from recommendation r where r.inspection = i.id and r.trashed is null and r.state <> 'done') as open,
        (select count(*) from attachment a where a.inspection = i.id and a.trashed is null) as files
    from inspection i;
create view rally_shown as
    select y.*, 'PT' || y.id as code,
        (select count(*) from rally_unit l where l.rally = y.id) as joined,
        (select count(*) from attachment a where a.rally = y.id and a.trashed is null) as files
    from rally y;

-- The rows that prove a clause: what was done, not what is drafted. Support that was given, money that is posted and was
-- not taken back, programmes that were held. Each has its day, its period where it speaks of one, and the plan's year
-- where it names no clause itself but counts for all that ask for its kind.
create view clause_proof as
    select c.id as clause, s.id as row, s.date as day, null as period, null as year
        from clause c join session s on s.clause = c.id
        where c.evidence = 'session' and s.trashed is null and s.state = 'held'
    union all select c.id, e.id, e.date, null, null from clause c join event e on e.clause = c.id
        where c.evidence = 'event' and e.trashed is null
        and (e.approved_on is not null or e.children_present > 0 or e.cost > 0)
    union all select c.id, o.id, o.date, null, null
        from clause c join campaign p on p.clause = c.id join contribution o on o.campaign = p.id
        where c.evidence = 'contribution' and p.trashed is null and o.trashed is null and o.number is not null
        and o.reverses is null and not exists (select 1 from contribution r where r.reverses = o.id and r.number is not null)
    union all select c.id, w.id, w.since, null, null from clause c join work w on w.clause = c.id
        where c.evidence = 'work' and w.trashed is null
    union all select c.id, i.id, i.date, null, null from clause c join inspection i on i.clause = c.id
        where c.evidence = 'inspection' and i.trashed is null and i.state = 'held'
    union all select c.id, r.id, r.since, null, null from clause c join rally r on r.clause = c.id
        where c.evidence = 'rally' and r.trashed is null
    union all select c.id, v.id, v.reviewed_on, null, cast(y.year as text)
        from clause c join plan y on y.id = c.plan join review v join round r on r.id = v.round
        where c.evidence = 'circumstance' and v.trashed is null and r.trashed is null and v.reviewed_on is not null
    union all select c.id, x.id, x.date, null, cast(y.year as text) from clause c join plan y on y.id = c.plan join support x
        where c.evidence = 'support' and x.trashed is null and x.state = 'given'
    union all select c.id, r.id, r.received_on, r.period, cast(y.year as text)
        from clause c join plan y on y.id = c.plan join unit_report r
        where c.evidence = 'unit_report' and r.trashed is null and r.received_on is not null and r.state <> 'returned'
    union all select c.id, r.id, r.signed_on, r.period, cast(y.year as text)
        from clause c join plan y on y.id = c.plan join report r
        where c.evidence = 'report' and r.trashed is null and r.signed_on is not null;

-- What the plan shows of them: those of its year. Where no child was reviewed in it, the circumstances that began in it.
create view clause_evidence as
    select clause, row from clause_proof where year is null or substr(day, 1, 4) = year
    union all select c.id, x.id from clause c join plan y on y.id = c.plan
        join circumstance x on substr(x.since, 1, 4) = cast(y.year as text)
        where c.evidence = 'circumstance' and x.trashed is null and not exists (select 1 from review v
            join round r on r.id = v.round where v.trashed is null and r.trashed is null
            and substr(v.reviewed_on, 1, 4) = cast(y.year as text));

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
