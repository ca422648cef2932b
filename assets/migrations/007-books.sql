-- The book of contributions. An entry is a draft until it is posted: it then has its number, stands still, and is put
-- right only by an entry of the opposite amount. The sheets they come on, and the count of the money that closes a day.
create table batch (
    id integer primary key,
    name text not null check (name <> ''),
    campaign integer not null references campaign deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    date text not null check (date is date(date)),
    lines integer not null default 0 check (lines >= 0),        -- how many lines the paper has
    total integer not null default 0 check (total >= 0),        -- what they sum up to, in đồng
    note text not null default '',
    posted_on text check (posted_on is date(posted_on)),
    trashed text, fold text not null default '', sort blob
) strict;
create index batch_campaign on batch (campaign);

create table cash_count (
    id integer primary key,
    date text not null check (date is date(date)),
    cash integer not null default 0 check (cash >= 0),
    bank integer not null default 0 check (bank >= 0),
    note text not null default '',
    closed_on text check (closed_on is date(closed_on)),        -- nothing dated on or before is posted any more
    trashed text, fold text not null default '', sort blob
) strict;
create index cash_count_closed on cash_count (date) where closed_on is not null;

-- The check of an amount is taken out of both tables, as SQLite's own papers on alter table say it: an entry that takes
-- another back has its opposite.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, 'amount integer not null check (amount > 0)', 'amount integer not null')
    where type = 'table' and name in ('contribution', 'disbursement');
pragma writable_schema = reset;

alter table contribution add column batch integer references batch deferrable initially deferred;
alter table contribution add column reverses integer references contribution deferrable initially deferred
    check (amount <> 0 and (amount > 0) = (reverses is null));
alter table contribution add column replaces integer references contribution deferrable initially deferred;
alter table contribution add column posted_on text check (posted_on is date(posted_on));
alter table contribution add column number integer
    check (number is null or number > 0 and posted_on is not null);
alter table disbursement add column reverses integer references disbursement deferrable initially deferred
    check (amount <> 0 and (amount > 0) = (reverses is null));
alter table disbursement add column replaces integer references disbursement deferrable initially deferred;
alter table disbursement add column posted_on text check (posted_on is date(posted_on));
alter table disbursement add column number integer
    check (number is null or number > 0 and posted_on is not null);

create unique index contribution_number on contribution (substr(date, 1, 4), number) where number is not null;
create unique index disbursement_number on disbursement (substr(date, 1, 4), number) where number is not null;
create unique index contribution_reverses on contribution (reverses) where reverses is not null;
create unique index disbursement_reverses on disbursement (reverses) where reverses is not null;
create index contribution_replaces on contribution (replaces) where replaces is not null;
create index disbursement_replaces on disbursement (replaces) where replaces is not null;
create index contribution_batch on contribution (batch, id) where batch is not null;
create index contribution_book on contribution (campaign, date, id, means, amount) where number is not null;
create index contribution_posted on contribution (date, id, means, amount) where number is not null;
create index disbursement_book on disbursement (campaign, date, id, amount) where number is not null;

-- What came in and went out on each day, as posted: money without goods.
create table kept_day (
    campaign integer not null,
    date text not null,
    received integer not null default 0,
    spent integer not null default 0,
    primary key (campaign, date)
) strict, without rowid;

-- kept_balance goes on to add up drafts too, so that no form takes a payment for which nothing was entered. By unit and
-- month, and by day, only what is posted counts.
drop trigger contribution_in;
drop trigger contribution_out;
drop trigger contribution_moved;
delete from kept_total;
create trigger contribution_in after insert on contribution when new.trashed is null begin
    insert into kept_balance (campaign) values (new.campaign) on conflict do nothing;
    update kept_balance set received = received + iif(new.means = 'goods', 0, new.amount) where campaign = new.campaign;
end;
create trigger contribution_out after delete on contribution when old.trashed is null begin
    update kept_balance set received = received - iif(old.means = 'goods', 0, old.amount) where campaign = old.campaign;
end;
create trigger contribution_moved after update of campaign, amount, means, trashed on contribution begin
    insert into kept_balance (campaign) select new.campaign where new.trashed is null on conflict do nothing;
    update kept_balance set received = received + iif(new.means = 'goods', 0, new.amount)
        where campaign = new.campaign and new.trashed is null;
    update kept_balance set received = received - iif(old.means = 'goods', 0, old.amount)
        where campaign = old.campaign and old.trashed is null;
end;

-- Nobody puts in a row that is posted already; a number is the next one of its year; a closed day takes nothing.
create trigger contribution_born before insert on contribution when new.number is not null
begin select raise(abort, 'posted'); end;
create trigger disbursement_born before insert on disbursement when new.number is not null
begin select raise(abort, 'posted'); end;
create trigger contribution_numbered before update of number on contribution
when old.number is null and new.number is not null begin
    select raise(abort, 'posted') where new.trashed is not null or new.number is not (select ifnull(max(number), 0) + 1
        from contribution where substr(date, 1, 4) = substr(new.date, 1, 4) and number is not null);
    select raise(abort, 'day_closed') where new.date <= (select max(date) from cash_count where closed_on is not null);
end;
create trigger disbursement_numbered before update of number on disbursement
when old.number is null and new.number is not null begin
    select raise(abort, 'posted') where new.trashed is not null or new.number is not (select ifnull(max(number), 0) + 1
        from disbursement where substr(date, 1, 4) = substr(new.date, 1, 4) and number is not null);
    select raise(abort, 'day_closed') where new.date <= (select max(date) from cash_count where closed_on is not null);
end;
-- Posted rows stand still; only whether the donor is named in public may still change.
create trigger contribution_frozen before update of date, campaign, unit, person, donor, people, means, goods, amount,
    note, batch, reverses, replaces, posted_on, number, trashed on contribution
when old.number is not null and (new.date, new.campaign, new.unit, new.person, new.donor, new.people, new.means, new.goods,
    new.amount, new.note, new.batch, new.reverses, new.replaces, new.posted_on, new.number, new.trashed) is not (old.date,
    old.campaign, old.unit, old.person, old.donor, old.people, old.means, old.goods, old.amount, old.note, old.batch,
    old.reverses, old.replaces, old.posted_on, old.number, old.trashed)
begin select raise(abort, 'posted'); end;
create trigger disbursement_frozen before update of date, campaign, purpose, event, payee, reference, amount, note,
    reverses, replaces, posted_on, number, trashed on disbursement
when old.number is not null and (new.date, new.campaign, new.purpose, new.event, new.payee, new.reference, new.amount,
    new.note, new.reverses, new.replaces, new.posted_on, new.number, new.trashed) is not (old.date, old.campaign,
    old.purpose, old.event, old.payee, old.reference, old.amount, old.note, old.reverses, old.replaces, old.posted_on,
    old.number, old.trashed)
begin select raise(abort, 'posted'); end;
create trigger contribution_stays before delete on contribution when old.number is not null
begin select raise(abort, 'posted'); end;
create trigger disbursement_stays before delete on disbursement when old.number is not null
begin select raise(abort, 'posted'); end;
-- An entry takes back one that is posted, whole, and is none of those itself.
create trigger contribution_reversed before update of number on contribution
when old.number is null and new.number is not null and new.reverses is not null begin
    select raise(abort, 'reversal') where not exists (select 1 from contribution c where c.id = new.reverses
        and c.number is not null and c.reverses is null and c.date <= new.date
        and (c.campaign, c.unit, c.person, c.donor, c.means, c.amount)
         is (new.campaign, new.unit, new.person, new.donor, new.means, -new.amount));
end;
create trigger disbursement_reversed before update of number on disbursement
when old.number is null and new.number is not null and new.reverses is not null begin
    select raise(abort, 'reversal') where not exists (select 1 from disbursement d where d.id = new.reverses
        and d.number is not null and d.reverses is null and d.date <= new.date
        and (d.campaign, d.purpose, d.amount) is (new.campaign, new.purpose, -new.amount));
end;
-- What is posted is added up; no campaign is below nothing at the end of any day from then on.
create trigger contribution_booked after update of number on contribution
when old.number is null and new.number is not null begin
    insert into kept_total values (new.campaign, ifnull(new.unit, 0), substr(new.date, 1, 7), new.amount)
        on conflict do update set amount = amount + excluded.amount;
    insert into kept_day (campaign, date, received) select new.campaign, new.date, new.amount where new.means <> 'goods'
        on conflict do update set received = received + excluded.received;
    select raise(abort, 'fund_never_negative') where new.amount < 0 and exists (select 1 from (
        select date, sum(received - spent) over (order by date) as balance from kept_day where campaign = new.campaign
    ) where date >= new.date and balance < 0);
end;
create trigger disbursement_booked after update of number on disbursement
when old.number is null and new.number is not null begin
    insert into kept_day (campaign, date, spent) values (new.campaign, new.date, new.amount)
        on conflict do update set spent = spent + excluded.spent;
    select raise(abort, 'fund_never_negative') where new.amount > 0 and exists (select 1 from (
        select date, sum(received - spent) over (order by date) as balance from kept_day where campaign = new.campaign
    ) where date >= new.date and balance < 0);
end;
create trigger batch_frozen before update of name, campaign, unit, date, lines, total, note, posted_on, trashed on batch
when old.posted_on is not null and (new.name, new.campaign, new.unit, new.date, new.lines, new.total, new.note,
    new.posted_on, new.trashed) is not (old.name, old.campaign, old.unit, old.date, old.lines, old.total, old.note,
    old.posted_on, old.trashed)
begin select raise(abort, 'posted'); end;
create trigger batch_kept before delete on batch when old.posted_on is not null
begin select raise(abort, 'posted'); end;
create trigger cash_count_frozen before update of date, cash, bank, note, trashed on cash_count
when old.closed_on is not null and new.closed_on is not null and (new.date, new.cash, new.bank, new.note, new.trashed)
    is not (old.date, old.cash, old.bank, old.note, old.trashed)
begin select raise(abort, 'day_closed'); end;
create trigger cash_count_kept before delete on cash_count when old.closed_on is not null
begin select raise(abort, 'day_closed'); end;

drop view fund_line;
drop view contribution_shown;
drop view campaign_shown;
create view campaign_shown as
    select c.*, 'VD' || c.id as code,
        ifnull((select sum(received) from kept_day k where k.campaign = c.id), 0) as received,
        ifnull((select sum(spent) from kept_day k where k.campaign = c.id), 0) as spent,
        ifnull((select sum(received - spent) from kept_day k where k.campaign = c.id), 0) as balance,
        ifnull((select received - spent from kept_balance k where k.campaign = c.id), 0)
            - ifnull((select sum(received - spent) from kept_day k where k.campaign = c.id), 0) as pending
    from campaign c;
create view contribution_shown as
    select c.*,
        coalesce((select name from person where id = c.person), nullif(c.donor, ''), (select name from unit where id = c.unit), '')
            as donor_name,
        ifnull((select name from campaign where id = c.campaign), '') as campaign_name,
        ifnull('T' || c.number || '/' || substr(c.date, 1, 4), '') as voucher,
        case when c.number is null then 'draft' when c.reverses is not null then 'reversal'
            when exists (select 1 from contribution r where r.reverses = c.id and r.number is not null) then 'reversed'
            else 'posted' end as standing,
        ifnull((select 'T' || l.number || '/' || substr(l.date, 1, 4) from contribution l where l.id = ifnull(c.reverses,
            ifnull(c.replaces, (select r.id from contribution r where r.reverses = c.id)))), '') as linked
    from contribution c;
create view disbursement_shown as
    select d.*,
        ifnull('C' || d.number || '/' || substr(d.date, 1, 4), '') as voucher,
        case when d.number is null then 'draft' when d.reverses is not null then 'reversal'
            when exists (select 1 from disbursement r where r.reverses = d.id and r.number is not null) then 'reversed'
            else 'posted' end as standing,
        ifnull((select 'C' || l.number || '/' || substr(l.date, 1, 4) from disbursement l where l.id = ifnull(d.reverses,
            ifnull(d.replaces, (select r.id from disbursement r where r.reverses = d.id)))), '') as linked
    from disbursement d;
create view batch_shown as
    select b.*,
        (select count(*) from contribution c where c.batch = b.id and c.trashed is null) as entered,
        ifnull((select sum(amount) from contribution c where c.batch = b.id and c.trashed is null), 0) as summed,
        case when b.posted_on is not null then 'posted'
            when (select count(*) || ' ' || ifnull(sum(amount), 0) from contribution c
                where c.batch = b.id and c.trashed is null) = b.lines || ' ' || b.total and b.lines > 0 then 'fits'
            else 'open' end as standing
    from batch b;
create view cash_count_shown as
    select n.*, n.cash + n.bank as counted,
        ifnull((select sum(received - spent) from kept_day where date <= n.date), 0) as book,
        n.cash + n.bank - ifnull((select sum(received - spent) from kept_day where date <= n.date), 0) as difference
    from cash_count n;
-- The posted lines with the balance after each. Within a day what raises the balance stands before what lowers it, so
-- that no line is below nothing: a line's number is that of its row with as many million millions as its turn.
create view fund_line as
    select c.id + iif(c.amount < 0, 2000000000000, 0) as id, c.date, p.name as campaign, c.donor_name as content,
        c.amount as money_in, 0 as money_out,
        (select ifnull(sum(received - spent), 0) from kept_day k where k.campaign = c.campaign and k.date < c.date)
        + (select ifnull(sum(i.amount), 0) from contribution i where i.number is not null and i.campaign = c.campaign
            and i.date = c.date and i.means <> 'goods'
            and i.id + iif(i.amount < 0, 2000000000000, 0) <= c.id + iif(c.amount < 0, 2000000000000, 0))
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.number is not null and o.campaign = c.campaign
            and o.date = c.date and o.amount < 0 and c.amount < 0) as balance,
        c.voucher
    from contribution_shown c join campaign p on p.id = c.campaign where c.number is not null and c.means <> 'goods'
    union all
    select d.id + iif(d.amount < 0, 1000000000000, 3000000000000), d.date, p.name, d.payee, 0, d.amount,
        (select ifnull(sum(received - spent), 0) from kept_day k where k.campaign = d.campaign and k.date < d.date)
        + (select ifnull(sum(i.amount), 0) from contribution i where i.number is not null and i.campaign = d.campaign
            and i.date = d.date and i.means <> 'goods' and (i.amount > 0 or d.amount > 0))
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.number is not null and o.campaign = d.campaign
            and o.date = d.date and (o.amount < 0 and (d.amount > 0 or o.id <= d.id) or o.amount > 0 and d.amount > 0
            and o.id <= d.id)),
        'C' || d.number || '/' || substr(d.date, 1, 4)
    from disbursement d join campaign p on p.id = d.campaign where d.number is not null;
-- What was taken back is no gift of a donor's.
drop view donor_line;
create view donor_line as
    select max(id) filter (where reverses is null) as id, donor as name, sum(iif(reverses is null, 1, -1)) as times,
        sum(amount) as amount
    from contribution where donor <> '' and trashed is null group by donor having sum(iif(reverses is null, 1, -1)) > 0;
-- A posted sheet takes no further line.
create trigger contribution_late before insert on contribution
when (select posted_on from batch where id = new.batch) is not null begin select raise(abort, 'batch_posted'); end;
create trigger contribution_moved_late before update of batch on contribution
when new.batch is not old.batch and (select posted_on from batch where id = new.batch) is not null
begin select raise(abort, 'batch_posted'); end;
create trigger contribution_back_late before update of trashed on contribution
when old.trashed is not null and new.trashed is null and (select posted_on from batch where id = new.batch) is not null
begin select raise(abort, 'batch_posted'); end;
