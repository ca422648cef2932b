-- What a campaign rests on and whom its money is for; what was promised to it beforehand; welfare works for children
-- with what was given to them.
create table work (
    id integer primary key,
    name text not null check (name <> ''),
    place text not null default '',
    budget integer not null default 0 check (budget >= 0),
    since text not null check (since is date(since)),
    until text check (until is date(until)),
    progress integer not null default 0 check (progress between 0 and 100),
    handed_on text check (handed_on is date(handed_on)),
    receiver text not null default '',
    children integer not null default 0 check (children >= 0),
    clause integer references clause deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create table work_part (
    id integer primary key,
    work integer not null references work deferrable initially deferred,
    date text not null check (date is date(date)),
    kind text not null check (kind in ('money', 'goods', 'labour')),
    unit integer references unit deferrable initially deferred,
    person integer references person deferrable initially deferred,
    donor text not null default '',
    content text not null default '',
    days integer not null default 0 check (days >= 0),
    people integer not null default 0 check (people >= 0),
    amount integer not null default 0 check (amount >= 0),      -- in đồng; what goods and days of work are worth
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index work_part_work on work_part (work, date);

alter table campaign add column basis text not null default '';
alter table campaign add column suggested text not null default '';
alter table campaign add column beneficiary text not null default '';
alter table campaign add column event integer references event deferrable initially deferred;
alter table campaign add column work integer references work deferrable initially deferred;
-- What the campaign had before it was kept here, on its first day.
alter table campaign add column opening integer not null default 0 check (opening >= 0);

create table pledge (
    id integer primary key,
    date text not null check (date is date(date)),
    campaign integer not null references campaign deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    person integer references person deferrable initially deferred,
    donor text not null default '',
    people integer not null default 0 check (people >= 0),
    amount integer not null check (amount > 0),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index pledge_campaign on pledge (campaign, date);
create index contribution_donor on contribution (campaign, unit, person);

-- What came of a promise: of a person or an outside donor what they gave to the campaign; of a unit what came from it,
-- without those of its people who promised for themselves. What is handed in counts before it is posted.
create view pledge_shown as
    select p.*, max(p.amount - p.given, 0) as left,
        case when p.given <= 0 then 'open' when p.given < p.amount then 'part' else 'done' end as standing
    from (select p.*,
        coalesce((select name from person where id = p.person), nullif(p.donor, ''),
            (select name from unit where id = p.unit), '') as donor_name,
        ifnull(case
            when p.person is not null then (select sum(c.amount) from contribution c
                where c.campaign = p.campaign and c.person = p.person and c.trashed is null)
            when p.donor <> '' then (select sum(c.amount) from contribution c
                where c.campaign = p.campaign and c.donor = p.donor and c.person is null and c.trashed is null)
            else (select sum(c.amount) from contribution c where c.campaign = p.campaign and c.unit = p.unit
                and c.trashed is null and (c.person is null or not exists (select 1 from pledge o
                where o.campaign = p.campaign and o.person = c.person and o.trashed is null))) end, 0) as given
        from pledge p) p;
create view work_shown as
    select w.*, 'PL' || w.id as code,
        case when w.handed_on is not null then 'handed' when w.progress > 0 then 'building' else 'planned' end as standing,
        ifnull((select sum(d.amount) from disbursement d where d.work = w.id and d.number is not null), 0)
            + ifnull((select sum(amount) from work_part where work = w.id and kind = 'money' and trashed is null), 0) as money,
        ifnull((select sum(amount) from work_part where work = w.id and kind = 'goods' and trashed is null), 0) as goods,
        ifnull((select sum(days) from work_part where work = w.id and trashed is null), 0) as days,
        ifnull((select sum(d.amount) from disbursement d where d.work = w.id and d.number is not null), 0)
            + ifnull((select sum(amount) from work_part where work = w.id and trashed is null), 0) as worth
    from work w;
create view work_part_shown as
    select p.*, coalesce((select name from person where id = p.person), nullif(p.donor, ''),
        (select name from unit where id = p.unit), '') as donor_name
    from work_part p;

-- Payments: for which work, in what means, by whose leave for another purpose, what the fund confirmed, and which
-- support that was paid before is raised by them.
alter table disbursement add column work integer references work deferrable initially deferred;
alter table disbursement add column means text not null default 'cash' check (means in ('cash', 'transfer'));
alter table disbursement add column agreement text not null default '';
alter table disbursement add column confirmation text not null default '';
alter table disbursement add column confirmed_on text check (confirmed_on is date(confirmed_on));
alter table disbursement add column support integer references support deferrable initially deferred;
create index disbursement_work on disbursement (work) where work is not null;
create index disbursement_event on disbursement (event) where event is not null;
create index disbursement_support on disbursement (support) where support is not null;

-- What a campaign brought along stands in the book on its first day, and is there to be paid from.
create trigger campaign_brought after insert on campaign when new.opening <> 0 begin
    insert into kept_day (campaign, date, received) values (new.id, new.since, new.opening)
        on conflict do update set received = received + excluded.received;
    insert into kept_balance (campaign) values (new.id) on conflict do nothing;
    update kept_balance set received = received + new.opening where campaign = new.id;
end;
create trigger campaign_moved after update of opening, since on campaign
when (new.opening, new.since) is not (old.opening, old.since) and (new.opening <> 0 or old.opening <> 0) begin
    select raise(abort, 'day_closed') where min(new.since, old.since)
        <= (select max(date) from cash_count where closed_on is not null);
    update kept_day set received = received - old.opening where campaign = old.id and date = old.since;
    insert into kept_day (campaign, date, received) values (new.id, new.since, new.opening)
        on conflict do update set received = received + excluded.received;
    insert into kept_balance (campaign) values (new.id) on conflict do nothing;
    update kept_balance set received = received + new.opening - old.opening where campaign = new.id;
    select raise(abort, 'fund_never_negative') where exists (select 1 from (
        select date, sum(received - spent) over (order by date) as balance from kept_day where campaign = new.id
    ) where balance < 0);
end;
create trigger campaign_gone after delete on campaign when old.opening <> 0 begin
    update kept_day set received = received - old.opening where campaign = old.id and date = old.since;
    update kept_balance set received = received - old.opening where campaign = old.id;
end;

-- Money leaves the purpose it was given for only with a paper that says so.
create trigger disbursement_earmarked before update of number on disbursement
when old.number is null and new.number is not null and new.reverses is null and trim(new.agreement) = ''
    and exists (select 1 from campaign c where c.id = new.campaign and c.purpose <> 'general' and (c.purpose <> new.purpose
        or c.work is not null and c.work is not new.work or c.event is not null and c.event is not new.event))
begin select raise(abort, 'earmarked'); end;

-- Posted payments stand still; what the fund confirmed of them comes later.
drop trigger disbursement_frozen;
create trigger disbursement_frozen before update of date, campaign, purpose, event, work, support, payee, reference, means,
    agreement, amount, note, reverses, replaces, posted_on, number, trashed on disbursement
when old.number is not null and (new.date, new.campaign, new.purpose, new.event, new.work, new.support, new.payee,
    new.reference, new.means, new.agreement, new.amount, new.note, new.reverses, new.replaces, new.posted_on, new.number,
    new.trashed) is not (old.date, old.campaign, old.purpose, old.event, old.work, old.support, old.payee, old.reference,
    old.means, old.agreement, old.amount, old.note, old.reverses, old.replaces, old.posted_on, old.number, old.trashed)
begin select raise(abort, 'posted'); end;

-- A payment covers the supports it paid, with those payments that raised one of them since.
create view support_cover as
    select s.disbursement, sum(s.amount - ifnull((select sum(r.amount) from disbursement r
        where r.support = s.id and r.trashed is null), 0)) as needed
    from support s where s.disbursement is not null and s.trashed is null group by s.disbursement;
drop trigger support_paid_in;
drop trigger support_paid_moved;
drop trigger disbursement_kept;
create trigger support_paid_in after insert on support when new.disbursement is not null and new.trashed is null and (
    new.state <> 'given'
    or not exists (select 1 from disbursement d where d.id = new.disbursement and d.campaign is new.campaign and d.trashed is null
        and d.amount >= (select needed from support_cover where disbursement = d.id)))
begin select raise(abort, 'support_paid'); end;
create trigger support_paid_moved after update of amount, campaign, state, disbursement, trashed on support
when new.disbursement is not null and new.trashed is null and (
    new.state <> 'given'
    or not exists (select 1 from disbursement d where d.id = new.disbursement and d.campaign is new.campaign and d.trashed is null
        and d.amount >= (select needed from support_cover where disbursement = d.id)))
begin select raise(abort, 'support_paid'); end;
create trigger disbursement_kept after update of amount, campaign, support, trashed on disbursement
when exists (select 1 from support s where s.disbursement = new.id and s.trashed is null
        and (new.trashed is not null or s.campaign is not new.campaign))
    or new.amount < ifnull((select needed from support_cover where disbursement = new.id), 0)
    or exists (select 1 from support s join disbursement d on d.id = s.disbursement where s.id in (new.support, old.support)
        and s.trashed is null and d.amount < (select needed from support_cover where disbursement = d.id))
begin select raise(abort, 'support_paid'); end;

drop view fund_line;
create view fund_line as
    select p.id - 1000000000000 as id, p.since as date, p.name as campaign, p.purpose, 'brought' as kind, '' as content,
        p.opening as money_in, 0 as money_out,
        (select ifnull(sum(received - spent), 0) from kept_day k where k.campaign = p.id and k.date < p.since) + p.opening
            as balance, 'MS/' || substr(p.since, 1, 4) as voucher
    from campaign p where p.opening <> 0
    union all
    select c.id + iif(c.amount < 0, 2000000000000, 0), c.date, p.name, p.purpose, 'in', c.donor_name, c.amount, 0,
        iif(p.since = c.date, p.opening, 0)
        + (select ifnull(sum(received - spent), 0) from kept_day k where k.campaign = c.campaign and k.date < c.date)
        + (select ifnull(sum(i.amount), 0) from contribution i where i.number is not null and i.campaign = c.campaign
            and i.date = c.date and i.means <> 'goods'
            and i.id + iif(i.amount < 0, 2000000000000, 0) <= c.id + iif(c.amount < 0, 2000000000000, 0))
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.number is not null and o.campaign = c.campaign
            and o.date = c.date and o.amount < 0 and c.amount < 0),
        c.voucher
    from contribution_shown c join campaign p on p.id = c.campaign where c.number is not null and c.means <> 'goods'
    union all
    select d.id + iif(d.amount < 0, 1000000000000, 3000000000000), d.date, p.name, p.purpose, 'out', d.payee, 0, d.amount,
        iif(p.since = d.date, p.opening, 0)
        + (select ifnull(sum(received - spent), 0) from kept_day k where k.campaign = d.campaign and k.date < d.date)
        + (select ifnull(sum(i.amount), 0) from contribution i where i.number is not null and i.campaign = d.campaign
            and i.date = d.date and i.means <> 'goods' and (i.amount > 0 or d.amount > 0))
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.number is not null and o.campaign = d.campaign
            and o.date = d.date and (o.amount < 0 and (d.amount > 0 or o.id <= d.id) or o.amount > 0 and d.amount > 0
            and o.id <= d.id)),
        'C' || d.number || '/' || substr(d.date, 1, 4)
    from disbursement d join campaign p on p.id = d.campaign where d.number is not null;
