-- What the units report: every version of a report is kept, apart from where the report stands.
create table submission (
    id integer primary key,
    received_on text not null check (received_on is date(received_on)),
    basis text not null default 'actual',
    sessions integer check (sessions >= 0),                 -- null: the unit gave no figure, which is not 0
    attendances integer check (attendances >= 0),
    hotline_sessions integer check (hotline_sessions >= 0),
    appeal_attendances integer check (appeal_attendances >= 0),
    children integer check (children >= 0),
    reviewed_children integer check (reviewed_children >= 0),
    special_children integer check (special_children >= 0),
    hardship_children integer check (hardship_children >= 0),
    supported_children integer check (supported_children >= 0),
    support_value integer check (support_value >= 0),       -- đồng
    contributors integer check (contributors >= 0),
    contributed integer check (contributed >= 0),           -- đồng
    incidents integer check (incidents >= 0),
    results text not null default '',
    difficulties text not null default '',
    proposals text not null default '',
    other text not null default '',
    report integer not null references unit_report deferrable initially deferred,
    version integer not null default 0,
    source text not null default 'typed',
    file text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index submission_report on submission (report, version);

insert into submission (received_on, sessions, attendances, special_children, supported_children, results, report, version)
    select received_on, sessions, attendances, special_children, supported, content, id, 1 from unit_report
    where received_on is not null and state in ('in', 'accepted', 'returned');

drop view unit_report_shown;
alter table unit_report drop column sessions;
alter table unit_report drop column attendances;
alter table unit_report drop column special_children;
alter table unit_report drop column supported;
alter table unit_report drop column content;
alter table unit_report add column reason text not null default '';                 -- why it was sent back
alter table unit_report add column closed_on text check (closed_on is date(closed_on));
update unit_report set fold = '';
create view unit_report_shown as
    select r.*, r.state || '|' || r.due || '|' || ifnull(r.received_on, '') || '|' || ifnull(r.closed_on, '') as standing,
        (select count(*) from submission s where s.report = r.id and s.trashed is null) as versions,
        (select s.sessions from submission s where s.report = r.id and s.trashed is null
            order by s.version desc, s.id desc limit 1) as sessions,
        (select s.attendances from submission s where s.report = r.id and s.trashed is null
            order by s.version desc, s.id desc limit 1) as attendances
    from unit_report r;
-- A closed period stands still until it is opened again.
create trigger unit_report_closed before update on unit_report
when old.closed_on is not null and new.closed_on is not null and old.trashed is new.trashed
begin select raise(abort, 'period_closed'); end;

-- What is looked at in every report, and what units answered where something was doubtful.
create table check_rule (
    id integer primary key,
    name text not null check (name <> ''),
    kind text not null default 'present',
    item text not null default '',
    other text not null default '',
    percent integer not null default 0 check (percent >= 0),
    active integer not null default 1 check (active in (0, 1)),
    trashed text, fold text not null default '', sort blob
) strict;

create table explanation (
    id integer primary key,
    text text not null default '',
    noted_on text check (noted_on is date(noted_on)),
    report integer not null references unit_report deferrable initially deferred,
    rule integer references check_rule deferrable initially deferred,
    said text not null default '',          -- the warning in words, with its figures: other figures need another answer
    trashed text, fold text not null default '', sort blob
) strict;
create index explanation_report on explanation (report);

-- Công văn to the units: requests for reports, reports sent back, urging.
create table letter (
    id integer primary key,
    kind text not null default 'request',
    period text not null default '',
    name text not null default '',
    due text check (due is date(due)),
    content text not null default '',
    made_on text check (made_on is date(made_on)),
    report integer references unit_report deferrable initially deferred,
    number text not null default '',
    signed_on text check (signed_on is date(signed_on)),
    trashed text, fold text not null default '', sort blob
) strict;
create index letter_period on letter (period);

create table letter_unit (
    id integer primary key,
    letter integer not null references letter deferrable initially deferred,
    unit integer not null references unit deferrable initially deferred,
    unique (letter, unit)
) strict;
create index letter_unit_unit on letter_unit (unit);
create trigger letter_numbered before update on letter
when old.signed_on is not null and new.signed_on is not null and old.trashed is new.trashed
begin select raise(abort, 'letter_numbered'); end;

create table urging (
    id integer primary key,
    date text not null check (date is date(date)),
    unit integer not null references unit deferrable initially deferred,
    about text not null default 'report',
    period text not null default '',
    means text not null default 'call',
    note text not null default '',
    letter integer references letter deferrable initially deferred,
    trashed text, fold text not null default '', sort blob
) strict;
create index urging_unit on urging (unit, period);
create view urging_shown as
    select u.*, (select count(*) from urging o where o.unit = u.unit and o.period = u.period and o.about = u.about
        and o.trashed is null and (o.date, o.id) <= (u.date, u.id)) as turn
    from urging u;
create view letter_shown as
    select l.*, (select count(*) from letter_unit x where x.letter = l.id) as units_count,
        iif(l.signed_on is null, 'draft', 'numbered') as state
    from letter l;

-- Who signs which paper, where it is not the agency's own signer.
create table signer (
    id integer primary key,
    paper text not null default '',
    authority text not null default '',
    head text not null default '',
    office text not null default '',
    name text not null default '',
    drafter text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
