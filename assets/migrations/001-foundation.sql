-- The first shape of the store. A step that has shipped is never edited: write the next one.
-- References are looked at when a step ends, so that SQLite need not be able to take back a single row (see put.rs).
-- fold and sort are kept by the store; trashed is the moment a row went to the trash.

create table step (
    id integer primary key,
    at text not null,                       -- moment at UTC+7
    today text not null,                    -- the program's day, which --today may set
    user text not null,
    act text not null,                      -- a code of domain/act.rs
    kind text not null default '',          -- the table it is about
    object text not null default '',        -- the name of what it is about
    sense text not null default 'do' check (sense in ('do', 'undo', 'redo')),
    target integer references step deferrable initially deferred, -- the step that is undone or redone
    final integer not null default 0 check (final in (0, 1)),
    schema integer not null,
    seal blob not null
) strict;
create index step_target on step (target) where target is not null;

create table change (
    id integer primary key,
    step integer not null references step deferrable initially deferred,
    kind text not null,                     -- the table
    row integer not null,
    old text,
    new text,
    salt blob not null default (randomblob(16)),
    digest blob,                            -- stands for the values once they are erased
    check (old is not null or new is not null or digest is not null)
) strict;
create index change_step on change (step);
create index change_row on change (kind, row);

create trigger step_kept before delete on step begin select raise(abort, 'journal'); end;
create trigger step_sealed before update on step begin select raise(abort, 'journal'); end;
create trigger change_kept before delete on change begin select raise(abort, 'journal'); end;
create trigger change_sealed before update on change begin select raise(abort, 'journal'); end;

-- Who looked, exported or printed; never undone.
create table look (
    id integer primary key,
    at text not null,
    user text not null,
    what text not null,
    kind text not null default '',
    row integer,
    count integer
) strict;

-- Where each list was left: cursor, filter, order.
create table memory (key text primary key, value text not null) strict;

create table ward (
    id integer primary key,
    name text not null,
    province text not null,
    code text not null unique,
    trashed text, fold text not null default '', sort blob
) strict;
create index ward_sort on ward (sort, id) where trashed is null;

create table agency (
    id integer primary key,
    name text not null check (name <> ''),
    parent text not null default '',
    symbol text not null default '',
    place text not null default '',
    since text not null check (since is date(since)),
    head text not null default '',
    authority text not null default '' check (authority in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
    deputy text not null default '',
    signer text not null default '',
    addressee text not null default '',
    recipients text not null default '',
    archive text not null default '',
    payee text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;

create table unit (
    id integer primary key,
    name text not null check (name <> ''),
    code text not null default '',
    contact text not null default '',
    phone text not null default '',
    headcount integer not null default 0 check (headcount >= 0),
    since text check (since is date(since)),
    until text check (until is date(until)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index unit_sort on unit (sort, id) where trashed is null;

create table person (
    id integer primary key,
    name text not null check (name <> ''),
    unit integer references unit deferrable initially deferred,
    staff text not null default 'unknown' check (staff in ('unknown', 'yes', 'no')),
    position text not null default '',
    phone text not null default '',
    since text check (since is date(since)),
    until text check (until is date(until)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index person_sort on person (sort, id) where trashed is null;
create index person_unit on person (unit);
create index person_fold on person (fold);

create table child (
    id integer primary key,
    name text not null check (name <> ''),
    born text check (born glob '[0-9][0-9][0-9][0-9]' or born glob '[0-9][0-9][0-9][0-9]-[01][0-9]' or born is date(born)),
    sex text check (sex in ('nam', 'nữ')),
    father integer references person deferrable initially deferred,
    mother integer references person deferrable initially deferred,
    carer integer references person deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    ward integer references ward deferrable initially deferred,
    address text not null default '',
    state text not null default 'active' check (state in ('active', 'left')),
    note text not null default '',
    trashed text, fold text not null default '', sort blob,
    check (father is null or father is not mother)
) strict;
create index child_sort on child (sort, id) where trashed is null;
create index child_unit on child (unit);
create index child_fold on child (fold);
create index child_father on child (father);
create index child_mother on child (mother);

create table hardship (
    id integer primary key,
    name text not null check (name <> ''),
    letter text not null default '',        -- the point of Điều 10 khoản 1 Luật Trẻ em; '' for the office's own
    sensitive integer not null default 0 check (sensitive in (0, 1)),
    trashed text, fold text not null default '', sort blob
) strict;
create unique index hardship_letter on hardship (letter) where letter <> '';

create table circumstance (
    id integer primary key,
    child integer not null references child deferrable initially deferred,
    hardship integer not null references hardship deferrable initially deferred,
    since text check (since is date(since)),
    until text check (until is date(until)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob,
    check (until is null or since is null or since <= until)
) strict;
create index circumstance_child on circumstance (child);

create table document (
    id integer primary key,
    name text not null check (name <> ''),
    number text not null default '',
    kind text not null default 'law',
    issuer text not null default '',
    issued text check (issued is date(issued)),
    subject text not null default '',
    since text check (since is date(since)),
    until text check (until is date(until)),
    successor integer references document deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index document_sort on document (sort, id) where trashed is null;

create table plan (
    id integer primary key,
    name text not null check (name <> ''),
    year integer not null check (year between 1990 and 2100),
    number text not null default '',
    issued text check (issued is date(issued)),
    trashed text, fold text not null default '', sort blob
) strict;

create table clause (
    id integer primary key,
    code text not null default '',
    name text not null check (name <> ''),
    plan integer not null references plan deferrable initially deferred,
    lead text not null default '',
    partners text not null default '',
    due text not null default '',
    evidence text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index clause_plan on clause (plan);

create table session (
    id integer primary key,
    date text not null check (date is date(date)),
    unit integer not null references unit deferrable initially deferred,
    name text not null check (name <> ''),
    hotline integer not null default 0 check (hotline in (0, 1)),
    form text not null default 'meeting',
    speaker text not null default '',
    place text not null default '',
    attendance integer not null default 0 check (attendance >= 0),
    leaflets integer not null default 0 check (leaflets >= 0),
    clause integer references clause deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index session_date on session (date);

create table session_document (
    id integer primary key,
    session integer not null references session deferrable initially deferred,
    document integer not null references document deferrable initially deferred,
    unique (session, document)
) strict;
create index session_document_document on session_document (document);

create table event (
    id integer primary key,
    name text not null check (name <> ''),
    kind text not null default '1-6',
    date text not null check (date is date(date)),
    place text not null default '',
    gift_value integer not null default 0 check (gift_value >= 0),
    age_limit integer not null default 0 check (age_limit between 0 and 100),
    age_rule text not null default 'event' check (age_rule in ('event', 'year')),
    source text not null default 'budget',
    budget integer not null default 0 check (budget >= 0),
    cost integer not null default 0 check (cost >= 0),
    children_present integer not null default 0 check (children_present >= 0),
    clause integer references clause deferrable initially deferred,
    programme text not null default '',
    approved_on text check (approved_on is date(approved_on)),
    approval text not null default '',
    approver text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index event_date on event (date);

create table gift (
    id integer primary key,
    name text not null,
    born text,
    parents text not null default '',
    unit text not null default '',
    event integer not null references event deferrable initially deferred,
    child integer not null references child deferrable initially deferred,
    included integer not null check (included in (0, 1)),
    reason text not null,
    value integer not null check (value >= 0),
    state text not null default 'pending' check (state in ('pending', 'received', 'proxy')),
    receiver text not null default '',
    received_on text check (received_on is date(received_on)),
    trashed text, fold text not null default '', sort blob,
    unique (event, child),
    check (included = 1 or (value = 0 and state = 'pending'))
) strict;
create index gift_sort on gift (event, sort, id);
create index gift_child on gift (child);

create table campaign (
    id integer primary key,
    name text not null check (name <> ''),
    purpose text not null default 'fund',
    since text not null check (since is date(since)),
    until text check (until is date(until)),
    target integer not null default 0 check (target >= 0),
    clause integer references clause deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;

create table contribution (
    id integer primary key,
    date text not null check (date is date(date)),
    campaign integer not null references campaign deferrable initially deferred,
    unit integer references unit deferrable initially deferred,
    person integer references person deferrable initially deferred,
    donor text not null default '',
    people integer not null default 0 check (people >= 0),
    means text not null default 'cash' check (means in ('cash', 'transfer', 'goods')),
    goods text not null default '',
    amount integer not null check (amount > 0),
    anonymous integer not null default 0 check (anonymous in (0, 1)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index contribution_date on contribution (date, id) where trashed is null;
create index contribution_campaign on contribution (campaign, date, means, trashed, amount);

create table disbursement (
    id integer primary key,
    date text not null check (date is date(date)),
    campaign integer not null references campaign deferrable initially deferred,
    purpose text not null default 'fund',
    event integer references event deferrable initially deferred,
    payee text not null default '',
    reference text not null default '',
    amount integer not null check (amount > 0),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index disbursement_campaign on disbursement (campaign, date, trashed, amount);

create table support (
    id integer primary key,
    date text not null check (date is date(date)),
    child integer not null references child deferrable initially deferred,
    content text not null default '',
    amount integer not null check (amount > 0),
    source text not null default 'budget',
    campaign integer references campaign deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index support_date on support (date);
create index support_child on support (child);

create table referral (
    id integer primary key,
    noted_on text not null check (noted_on is date(noted_on)),
    unit integer references unit deferrable initially deferred,
    receiver text not null default '111',
    sent_on text check (sent_on is date(sent_on)),
    receipt text not null default '',
    state text not null default 'noted',
    trashed text, fold text not null default '', sort blob
) strict;

create table unit_report (
    id integer primary key,
    period text not null check (period <> ''),
    unit integer not null references unit deferrable initially deferred,
    due text not null check (due is date(due)),
    state text not null default 'expected',
    received_on text check (received_on is date(received_on)),
    sessions integer not null default 0 check (sessions >= 0),
    attendances integer not null default 0 check (attendances >= 0),
    special_children integer not null default 0 check (special_children >= 0),
    supported integer not null default 0 check (supported >= 0),
    content text not null default '',
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create unique index unit_report_once on unit_report (period, unit) where trashed is null;

create table report (
    id integer primary key,
    period text not null check (period <> ''),
    subject text not null default '',
    direction text not null default '',
    propaganda text not null default '',
    events text not null default '',
    circumstances text not null default '',
    contributions text not null default '',
    protection text not null default '',
    strengths text not null default '',
    limits text not null default '',
    causes text not null default '',
    next text not null default '',
    proposals text not null default '',
    number text not null default '',
    signed_on text check (signed_on is date(signed_on)),
    figures text not null default '',       -- what it said, as JSON by code, once it is issued
    trashed text, fold text not null default '', sort blob
) strict;
create unique index report_once on report (period) where trashed is null;

-- What is approved or issued stands still until an act takes that back.
create trigger event_frozen before update of date, gift_value, age_limit, age_rule on event
when old.approved_on is not null and new.approved_on is not null and
    (new.date, new.gift_value, new.age_limit, new.age_rule) is not (old.date, old.gift_value, old.age_limit, old.age_rule)
begin select raise(abort, 'event_frozen'); end;
create trigger gift_frozen before update of name, born, parents, unit, event, child, included, reason, value on gift
when (select approved_on from event where id = old.event) is not null and
    (new.name, new.born, new.parents, new.unit, new.event, new.child, new.included, new.reason, new.value) is not
    (old.name, old.born, old.parents, old.unit, old.event, old.child, old.included, old.reason, old.value)
begin select raise(abort, 'event_frozen'); end;
create trigger gift_kept before delete on gift
when (select approved_on from event where id = old.event) is not null begin select raise(abort, 'event_frozen'); end;
create trigger gift_late before insert on gift
when (select approved_on from event where id = new.event) is not null begin select raise(abort, 'event_frozen'); end;
create trigger report_issued before update on report
when old.signed_on is not null and new.signed_on is not null and old.trashed is new.trashed
begin select raise(abort, 'report_issued'); end;

-- Kept totals: derived from contributions and disbursements in the same transaction, compared by check.
create table kept_balance (
    campaign integer primary key,
    received integer not null default 0,    -- money, without goods
    spent integer not null default 0,
    constraint fund_never_negative check (spent <= received)
) strict;
create table kept_total (
    campaign integer not null,
    unit integer not null,                  -- 0 where there is none
    month text not null,                    -- 2026-06
    amount integer not null,                -- money and goods
    primary key (campaign, unit, month)
) strict, without rowid;

create trigger contribution_in after insert on contribution when new.trashed is null begin
    insert into kept_balance (campaign, received) values (new.campaign, iif(new.means = 'goods', 0, new.amount))
        on conflict do update set received = received + excluded.received;
    insert into kept_total values (new.campaign, ifnull(new.unit, 0), substr(new.date, 1, 7), new.amount)
        on conflict do update set amount = amount + excluded.amount;
end;
create trigger contribution_out after delete on contribution when old.trashed is null begin
    update kept_balance set received = received - iif(old.means = 'goods', 0, old.amount) where campaign = old.campaign;
    update kept_total set amount = amount - old.amount
        where campaign = old.campaign and unit = ifnull(old.unit, 0) and month = substr(old.date, 1, 7);
end;
create trigger contribution_moved after update of campaign, unit, date, amount, means, trashed on contribution begin
    insert into kept_balance (campaign, received)
        select new.campaign, iif(new.means = 'goods', 0, new.amount) where new.trashed is null
        on conflict do update set received = received + excluded.received;
    insert into kept_total
        select new.campaign, ifnull(new.unit, 0), substr(new.date, 1, 7), new.amount where new.trashed is null
        on conflict do update set amount = amount + excluded.amount;
    update kept_balance set received = received - iif(old.means = 'goods', 0, old.amount)
        where campaign = old.campaign and old.trashed is null;
    update kept_total set amount = amount - old.amount
        where campaign = old.campaign and unit = ifnull(old.unit, 0) and month = substr(old.date, 1, 7)
          and old.trashed is null;
end;
create trigger disbursement_in after insert on disbursement when new.trashed is null begin
    insert into kept_balance (campaign) values (new.campaign) on conflict do nothing;
    update kept_balance set spent = spent + new.amount where campaign = new.campaign;
end;
create trigger disbursement_out after delete on disbursement when old.trashed is null begin
    update kept_balance set spent = spent - old.amount where campaign = old.campaign;
end;
create trigger disbursement_moved after update of campaign, amount, trashed on disbursement begin
    update kept_balance set spent = spent - old.amount where campaign = old.campaign and old.trashed is null;
    insert into kept_balance (campaign) values (new.campaign) on conflict do nothing;
    update kept_balance set spent = spent + new.amount where campaign = new.campaign and new.trashed is null;
end;

-- What lists show beside a table's own columns.
create view unit_shown as
    select u.*, (select count(*) from child c where c.unit = u.id and c.trashed is null) as children from unit u;
create view person_shown as
    select p.*, (select count(*) from child c where (c.father = p.id or c.mother = p.id) and c.trashed is null) as children
    from person p;
create view child_shown as
    select c.*, c.born as age,
        concat_ws(', ', (select name from person where id = c.father), (select name from person where id = c.mother),
            (select name from person where id = c.carer)) as parents,
        ifnull((select name from unit where id = c.unit), '') as unit_name,
        ifnull((select group_concat(iif(h.letter = '', h.name, h.letter), ', ')
            from circumstance x join hardship h on h.id = x.hardship
            where x.child = c.id and x.trashed is null and x.until is null), '') as circumstances
    from child c;
create view circumstance_shown as
    select x.*, ifnull((select letter from hardship where id = x.hardship), '') as letter from circumstance x;
create view document_shown as
    select d.*, (select count(*) from session_document l join session s on s.id = l.session
        where l.document = d.id and s.trashed is null) as sessions
    from document d;
create view session_shown as
    select s.*, (select count(*) from session_document l where l.session = s.id) as documents_count,
        -- A session tells of the hotline if it says so or names a contact number among its documents.
        s.hotline or exists (select 1 from session_document l join document d on d.id = l.document
            where l.session = s.id and d.kind = 'hotline') as told_hotline
    from session s;
create view event_shown as
    select e.*, 'CT' || e.id as code,
        (select count(*) from gift g where g.event = e.id and g.included and g.trashed is null) as gifts,
        (select count(*) from gift g where g.event = e.id and g.state <> 'pending' and g.trashed is null) as received
    from event e;
create view campaign_shown as
    select c.*, 'VD' || c.id as code, ifnull(k.received, 0) as received, ifnull(k.spent, 0) as spent,
        ifnull(k.received - k.spent, 0) as balance
    from campaign c left join kept_balance k on k.campaign = c.id;
create view contribution_shown as
    select c.*,
        coalesce((select name from person where id = c.person), nullif(c.donor, ''), (select name from unit where id = c.unit), '')
            as donor_name,
        ifnull((select name from campaign where id = c.campaign), '') as campaign_name
    from contribution c;
create view unit_report_shown as
    select r.*, r.state || '|' || r.due || '|' || ifnull(r.received_on, '') as standing from unit_report r;
create view clause_shown as
    select c.*, case c.evidence
        when 'session' then (select count(*) from session s where s.clause = c.id and s.trashed is null)
        when 'event' then (select count(*) from event e where e.clause = c.id and e.trashed is null)
        when 'contribution' then (select count(*) from contribution o join campaign p on p.id = o.campaign
            where p.clause = c.id and o.trashed is null and p.trashed is null)
        when 'circumstance' then (select count(*) from circumstance x where x.trashed is null
            and substr(x.since, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'support' then (select count(*) from support x where x.trashed is null
            and substr(x.date, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'unit_report' then (select count(*) from unit_report r where r.trashed is null and r.received_on is not null
            and substr(r.received_on, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        when 'report' then (select count(*) from report r where r.trashed is null and r.signed_on is not null
            and substr(r.signed_on, 1, 4) = (select cast(year as text) from plan where id = c.plan))
        else 0 end as evidences
    from clause c;
-- Within a day money comes in before it goes out: a line that goes out has its row number and a million millions. The
-- balance is added up for the lines that are looked at only.
create view fund_line as
    select c.id, c.date, p.name as campaign, c.donor_name as content, c.amount as money_in, 0 as money_out,
        (select ifnull(sum(i.amount), 0) from contribution i where i.campaign = c.campaign
            and (i.date < c.date or i.date = c.date and i.id <= c.id) and i.means <> 'goods' and i.trashed is null)
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.campaign = c.campaign
            and o.date < c.date and o.trashed is null) as balance
    from contribution_shown c join campaign p on p.id = c.campaign where c.trashed is null and c.means <> 'goods'
    union all
    select d.id + 1000000000000, d.date, p.name, d.payee, 0, d.amount,
        (select ifnull(sum(i.amount), 0) from contribution i where i.campaign = d.campaign
            and i.date <= d.date and i.means <> 'goods' and i.trashed is null)
        - (select ifnull(sum(o.amount), 0) from disbursement o where o.campaign = d.campaign
            and (o.date < d.date or o.date = d.date and o.id <= d.id) and o.trashed is null)
    from disbursement d join campaign p on p.id = d.campaign where d.trashed is null;
create view entry as
    select s.id, s.at, s.user, s.sense || '|' || s.act || '|' || s.kind || '|' || s.object as what,
        (select count(*) from change where step = s.id) as changes
    from step s;
