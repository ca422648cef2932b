-- What a concern tells of a child lies in the sealed columns as ciphertext; nothing else fits in them. The head of a
-- referral says when it was noted; to whom it was handed and how that ended is told by its hand-overs. What was noted
-- before keeps its day, receiver and state of old.
alter table referral add column noted_time text check (noted_time glob '[0-2][0-9]:[0-5][0-9]');
alter table referral add column source text not null default '' check (source = '' or source glob 's1:*');
alter table referral add column seen text not null default '' check (seen = '' or seen glob 's1:*');
alter table referral add column place text not null default '' check (place = '' or place glob 's1:*');
alter table referral add column child text not null default '' check (child = '' or child glob 's1:*');
-- A receipt's number is searched no more.
update referral set fold = '';

create table handover (
    id integer primary key,
    referral integer not null references referral deferrable initially deferred,
    sent_on text not null check (sent_on is date(sent_on)),
    sent_time text check (sent_time glob '[0-2][0-9]:[0-5][0-9]'),
    receiver text not null default '111',
    way text not null default 'phone',
    basis text not null default 'law',
    answer text not null default 'waiting' check (answer in ('waiting', 'accepted', 'declined', 'done')),
    answered_on text check (answered_on is date(answered_on)),
    office text not null default '' check (office = '' or office glob 's1:*'),
    sender text not null default '' check (sender = '' or sender glob 's1:*'),
    receipt text not null default '' check (receipt = '' or receipt glob 's1:*'),
    reason text not null default '' check (reason = '' or reason glob 's1:*'),
    reply text not null default '' check (reply = '' or reply glob 's1:*'),
    trashed text, fold text not null default '', sort blob
) strict;
create index handover_referral on handover (referral);

-- The best answer is the state: done before accepted, before one that is waited for, before declined.
create view referral_shown as
    select r.id, 'VV' || r.id as code, r.noted_on, r.noted_time, r.source, r.seen, r.place, r.child, r.trashed, r.fold, r.sort,
        ifnull((select case h.answer when 'waiting' then 'sent' else h.answer end from handover h
            where h.referral = r.id and h.trashed is null
            order by instr('declined waiting accepted done', h.answer) desc limit 1), r.state) as state,
        ifnull((select h.receiver from handover h where h.referral = r.id and h.trashed is null
            order by instr('declined waiting accepted done', h.answer) desc, h.id desc limit 1),
            iif(r.sent_on is null, null, r.receiver)) as receiver,
        ifnull((select min(h.sent_on) from handover h where h.referral = r.id and h.trashed is null), r.sent_on)
            as sent_on,
        (select count(*) from handover h where h.referral = r.id and h.trashed is null) as handovers
    from referral r;

-- Consents to the use of children's data: entered from a signed sheet, one row for each child and purpose.
create table consent_sheet (
    id integer primary key,
    date text not null check (date is date(date)),
    unit integer not null references unit deferrable initially deferred,
    kept text not null default '',          -- where the signed paper lies
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;

create table consent (
    id integer primary key,
    child integer not null references child deferrable initially deferred,
    purpose text not null check (purpose in ('gifts', 'support', 'photo', 'publish', 'share')),
    given_on text not null check (given_on is date(given_on)),
    representative integer references person deferrable initially deferred,
    own integer not null default 0 check (own in (0, 1)),
    withdrawn_on text check (withdrawn_on is date(withdrawn_on)),
    sheet integer not null references consent_sheet deferrable initially deferred,
    trashed text, fold text not null default '', sort blob,
    check (withdrawn_on is null or withdrawn_on >= given_on)
) strict;
create unique index consent_once on consent (child, purpose) where withdrawn_on is null and trashed is null;
create index consent_sheet_of on consent (sheet);

create view consent_sheet_shown as
    select s.*, (select count(*) from consent c where c.sheet = s.id and c.withdrawn_on is null and c.trashed is null) as given,
        (select count(*) from consent c where c.sheet = s.id and c.withdrawn_on is not null and c.trashed is null) as withdrawn
    from consent_sheet s;
