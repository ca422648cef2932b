-- A child that left the roster was on it until the day before: what a past day counted stays as it was.
alter table child add column left_on text check (left_on is date(left_on));

-- A review of all children: a round, and a line for each child in it.
create table round (
    id integer primary key,
    name text not null check (name <> ''),
    since text not null check (since is date(since)),
    due text check (due is date(due)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create table review (
    id integer primary key,
    name text not null,                     -- the child's name
    round integer not null references round deferrable initially deferred,
    child integer not null references child deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    result text not null default 'pending' check (result in ('pending', 'same', 'changed')),
    reviewed_on text check (reviewed_on is date(reviewed_on)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob,
    unique (round, child)
) strict;
create index review_sort on review (round, unit, sort, id);
create index review_result on review (round, result, trashed);
create index review_child on review (child);
create view review_shown as
    select v.*, (select c.born from child c where c.id = v.child) as born,
        ifnull((select s.circumstances from child_shown s where s.id = v.child), '') as circumstances,
        -- What the child's record lacks, by column.
        ifnull((select concat_ws(' ', iif(c.born is null or length(c.born) < 10, 'born', null), iif(c.sex is null, 'sex', null),
            iif(c.father is null and c.mother is null and c.carer is null, 'parents', null), iif(c.unit is null, 'unit', null),
            iif(c.ward is null and c.address = '', 'ward', null)) from child c where c.id = v.child), '') as lacks,
        exists (select 1 from child c where c.id = v.child and (c.born is null or length(c.born) < 10 or c.sex is null
            or c.father is null and c.mother is null and c.carer is null or c.unit is null
            or c.ward is null and c.address = '')) as lacking
    from review v;
create view round_shown as
    select r.*, (select count(*) from review v where v.round = r.id and v.trashed is null) as children,
        (select count(*) from review v where v.round = r.id and v.result <> 'pending' and v.trashed is null) as reviewed,
        ifnull((select count(*) filter (where v.result <> 'pending') * 100 / nullif(count(*), 0)
            from review v where v.round = r.id and v.trashed is null), 0) as percent
    from round r;

-- Support is proposed, approved by a paper, given; what comes from a campaign is one payment out of it.
alter table support add column state text not null default 'given' check (state in ('proposed', 'approved', 'given'));
alter table support add column approval text not null default '';
alter table support add column approver text not null default '';
alter table support add column approved_on text check (approved_on is date(approved_on));
alter table support add column disbursement integer references disbursement deferrable initially deferred;
create index support_disbursement on support (disbursement) where disbursement is not null;
create trigger support_paid_in after insert on support when new.disbursement is not null and new.trashed is null and (
    new.state <> 'given'
    or not exists (select 1 from disbursement d where d.id = new.disbursement and d.campaign is new.campaign and d.trashed is null
        and d.amount >= (select sum(s.amount) from support s where s.disbursement = d.id and s.trashed is null)))
begin select raise(abort, 'support_paid'); end;
create trigger support_paid_moved after update of amount, campaign, state, disbursement, trashed on support
when new.disbursement is not null and new.trashed is null and (
    new.state <> 'given'
    or not exists (select 1 from disbursement d where d.id = new.disbursement and d.campaign is new.campaign and d.trashed is null
        and d.amount >= (select sum(s.amount) from support s where s.disbursement = d.id and s.trashed is null)))
begin select raise(abort, 'support_paid'); end;
create trigger disbursement_kept after update of amount, campaign, trashed on disbursement
when exists (select 1 from support s where s.disbursement = new.id and s.trashed is null
        and (new.trashed is not null or s.campaign is not new.campaign))
    or new.amount < (select ifnull(sum(s.amount), 0) from support s where s.disbursement = new.id and s.trashed is null)
begin select raise(abort, 'support_paid'); end;

-- Only support that was given is evidence; a review is one, whatever it found.
drop view clause_shown;
create view clause_shown as
    select c.*, case c.evidence
        when 'session' then (select count(*) from session s where s.clause = c.id and s.trashed is null)
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
create view support_shown as
    select s.*, ifnull((select concat_ws(' · ', nullif(d.reference, ''), strftime('%d/%m/%Y', d.date))
        from disbursement d where d.id = s.disbursement), '') as payment
    from support s;

-- Staff are urged to look after their own children (kế hoạch, mục II.2): in sessions, and by a promise that nobody owes.
alter table session add column appeal integer not null default 0 check (appeal in (0, 1));
alter table person add column kind text not null default 'unknown' check (kind in ('unknown', 'cadre', 'civil', 'public', 'worker'));
create table commitment (
    id integer primary key,
    name text not null,                     -- the person's name
    year integer not null check (year between 1990 and 2100),
    person integer not null references person deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    state text not null default 'open' check (state in ('open', 'signed')),
    signed_on text check (signed_on is date(signed_on)),
    trashed text, fold text not null default '', sort blob,
    unique (year, person)
) strict;
create index commitment_sort on commitment (year, unit, sort, id);
create index commitment_person on commitment (person);
create view commitment_shown as
    select m.*, ifnull((select kind from person where id = m.person), 'unknown') as kind,
        ifnull((select position from person where id = m.person), '') as position
    from commitment m;
