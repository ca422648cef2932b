-- Topics of propaganda: a list that the office adds to.
create table topic (
    id integer primary key,
    name text not null check (name <> ''),
    trashed text, fold text not null default '', sort blob
) strict;
create table session_topic (
    id integer primary key,
    session integer not null references session deferrable initially deferred,
    topic integer not null references topic deferrable initially deferred,
    unique (session, topic)
) strict;
create index session_topic_topic on session_topic (topic);

-- A session may be planned; it counts once it was held. Men and women are counted where the office wishes.
alter table session add column state text not null default 'held' check (state in ('planned', 'held'));
alter table session add column men integer not null default 0 check (men >= 0);
alter table session add column women integer not null default 0 check (women >= 0);

-- What each of several units sent, and who came by name.
create table turnout (
    id integer primary key,
    session integer not null references session deferrable initially deferred,
    unit integer not null references unit deferrable initially deferred,
    people integer not null default 0 check (people >= 0),
    trashed text, fold text not null default '', sort blob,
    unique (session, unit)
) strict;
create table attendee (
    id integer primary key,
    name text not null,
    session integer not null references session deferrable initially deferred,
    person integer not null references person deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    presence text not null default 'away' check (presence in ('away', 'came')),
    trashed text, fold text not null default '', sort blob,
    unique (session, person)
) strict;
create index attendee_sort on attendee (session, unit, sort, id);
create index attendee_person on attendee (person);
create view attendee_shown as
    select a.*, ifnull((select p.position from person p where p.id = a.person), '') as position from attendee a;

-- Which units a session reached and with how many people: its own where no others are written down.
create view session_unit as
    select s.id as session, s.unit, s.attendance as people from session s
    where not exists (select 1 from turnout t where t.session = s.id and t.trashed is null)
    union all
    select t.session, t.unit, t.people from turnout t where t.trashed is null;

drop view session_shown;
create view session_shown as
    select s.*, 'TT' || s.id as code,
        (select count(*) from attachment a where a.session = s.id and a.trashed is null) as files,
        (select count(*) from session_document l where l.session = s.id) as documents_count,
        (select count(*) from turnout t where t.session = s.id and t.trashed is null) as units_count,
        (select count(*) from attendee a where a.session = s.id and a.presence = 'came' and a.trashed is null) as named,
        -- That it is planned; or what the units' counts add up to, where it is not how many came.
        iif(s.state = 'planned', 'planned', ifnull((select '≠ ' || sum(t.people) from turnout t where t.session = s.id
            and t.trashed is null group by t.session having sum(t.people) <> s.attendance), '')) as mark,
        -- A session tells of the hotline if it says so or names a contact number among its documents.
        s.hotline or exists (select 1 from session_document l join document d on d.id = l.document
            where l.session = s.id and d.kind = 'hotline') as told_hotline
    from session s;
create view topic_shown as
    select t.*, (select count(*) from session_topic l join session s on s.id = l.session
        where l.topic = t.id and s.trashed is null and s.state = 'held') as sessions
    from topic t;
drop view document_shown;
create view document_shown as
    select d.*, (select count(*) from session_document l join session s on s.id = l.session
        where l.document = d.id and s.trashed is null and s.state = 'held') as sessions,
        (select count(*) from attachment a where a.document = d.id and a.trashed is null) as files
    from document d;
-- What was only planned proves no clause.
drop view clause_shown;
create view clause_shown as
    select c.*, case c.evidence
        when 'session' then (select count(*) from session s where s.clause = c.id and s.trashed is null
            and s.state = 'held')
        when 'event' then (select count(*) from event e where e.clause = c.id and e.trashed is null)
        when 'contribution' then (select count(*) from contribution o join campaign p on p.id = o.campaign
            where p.clause = c.id and o.trashed is null and p.trashed is null)
        when 'circumstance' then (select count(*) from circumstance x where x.trashed is null
            and substr(x.since, 1, 4) = (select cast(year as text) from plan where id = c.plan))
            + (select count(*) from review v join round r on r.id = v.round where v.trashed is null and r.trashed is null
            and substr(v.reviewed_on, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'support' then (select count(*) from support x where x.trashed is null and x.state = 'given'
            and substr(x.date, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'unit_report' then (select count(*) from unit_report r where r.trashed is null and r.received_on is not null
            and substr(r.received_on, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'report' then (select count(*) from report r where r.trashed is null and r.signed_on is not null
            and substr(r.signed_on, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        else 0 end as evidences
    from clause c;

-- Files that were added to documents and sessions; their bytes by hash, the same bytes once.
create table file_bytes (
    id integer primary key,
    hash text not null unique check (length(hash) = 64),
    bytes blob not null
) strict;
create table attachment (
    id integer primary key,
    name text not null check (name <> ''),
    document integer references document deferrable initially deferred,
    session integer references session deferrable initially deferred,
    file integer not null references file_bytes deferrable initially deferred,
    note text not null default '',
    added_on text not null check (added_on is date(added_on)),
    trashed text, fold text not null default '', sort blob
) strict;
create index attachment_document on attachment (document) where document is not null;
create index attachment_session on attachment (session) where session is not null;
create view attachment_shown as
    select a.*, iif(instr(a.name, '.') > 0, lower(replace(a.name, rtrim(a.name, replace(a.name, '.', '')), '')), '') as ending,
        ifnull((select (length(b.bytes) + 1023) / 1024 from file_bytes b where b.id = a.file), 0) as size
    from attachment a;
