-- What a gift is worth by rules; gifts given or withheld by hand, second gifts, and lists that follow an approved one.
create table gift_rule (
    id integer primary key,
    event integer not null references event deferrable initially deferred,
    kind text not null default 'age' check (kind in ('age', 'hardship', 'result')),
    low integer check (low between 0 and 100),          -- from this age on
    high integer check (high between 0 and 100),        -- under this age
    hardship integer references hardship deferrable initially deferred,
    result text not null default '',
    value integer not null check (value >= 0),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index gift_rule_event on gift_rule (event);

create table supplement (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    approved_on text check (approved_on is date(approved_on)),
    approval text not null default '',
    approver text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index supplement_event on supplement (event);

alter table child add column gift_side text not null default '' check (gift_side in ('', 'father', 'mother'));
-- What is added for hardship stands apart, so that the common list can leave it out.
alter table gift add column extra integer not null default 0 check (extra >= 0);
alter table gift add column count integer not null default 1 check (count between 0 and 9);
alter table gift add column note text not null default '';
alter table gift add column supplement integer references supplement deferrable initially deferred;

-- Rules stand still with their list.
create trigger gift_rule_frozen before update on gift_rule
when (select approved_on from event where id = old.event) is not null
    or (select approved_on from event where id = new.event) is not null
begin select raise(abort, 'event_frozen'); end;
create trigger gift_rule_kept before delete on gift_rule
when (select approved_on from event where id = old.event) is not null begin select raise(abort, 'event_frozen'); end;
create trigger gift_rule_late before insert on gift_rule
when (select approved_on from event where id = new.event) is not null begin select raise(abort, 'event_frozen'); end;

-- A line stands still once its own list is approved: the event's, or the supplement it came in by. A child who was left
-- out of the approved list may come in by a supplement that is not approved yet, and goes out the same way.
drop trigger gift_frozen;
drop trigger gift_kept;
drop trigger gift_late;
create trigger gift_frozen
before update of name, born, parents, unit, event, child, included, reason, value, extra, count, note, supplement on gift
when (new.name, new.born, new.parents, new.unit, new.event, new.child, new.included, new.reason, new.value, new.extra,
    new.count, new.note, new.supplement) is not (old.name, old.born, old.parents, old.unit, old.event, old.child,
    old.included, old.reason, old.value, old.extra, old.count, old.note, old.supplement)
begin
    select raise(abort, 'event_frozen') where
        (select approved_on from supplement where id = old.supplement) is not null
        or (select approved_on from supplement where id = new.supplement) is not null
        or (select approved_on from event where id = old.event) is not null and old.supplement is null
            and (old.included = 1 or new.supplement is null)
        or (select approved_on from event where id = new.event) is not null and new.supplement is null
            and new.included = 1;
end;
create trigger gift_kept before delete on gift
when (select approved_on from supplement where id = old.supplement) is not null
    or (select approved_on from event where id = old.event) is not null and old.supplement is null
begin select raise(abort, 'event_frozen'); end;
create trigger gift_late before insert on gift
when (select approved_on from supplement where id = new.supplement) is not null
    or (select approved_on from event where id = new.event) is not null and new.supplement is null
begin select raise(abort, 'event_frozen'); end;

-- What is bought or given for the gifts of an event, handed out with them, and left.
create table gift_item (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    measure text not null default '',
    per_gift integer not null default 1 check (per_gift between 0 and 1000000),   -- 0: money, as much as the gift is worth
    counted integer check (counted >= 0),
    count_note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index gift_item_event on gift_item (event);
create table intake (
    id integer primary key,
    date text not null check (date is date(date)),
    item integer not null references gift_item deferrable initially deferred,
    way text not null default 'bought' check (way in ('bought', 'donated')),
    quantity integer not null check (quantity > 0),
    amount integer not null default 0 check (amount >= 0),
    voucher text not null default '',
    contribution integer references contribution deferrable initially deferred,
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index intake_item on intake (item);
create index intake_contribution on intake (contribution) where contribution is not null;
create view gift_item_shown as
    select f.*, f.bought + f.donated - f.given as "left" from (select i.*,
        ifnull((select sum(quantity) from intake k where k.item = i.id and k.trashed is null and k.way = 'bought'), 0) as bought,
        ifnull((select sum(quantity) from intake k where k.item = i.id and k.trashed is null and k.way = 'donated'), 0) as donated,
        ifnull((select sum(iif(i.per_gift = 0, g.value + g.extra, g.count * i.per_gift)) from gift g
            where g.event = i.event and g.state <> 'pending' and g.trashed is null), 0) as given
        from gift_item i) f;
create view intake_shown as
    select k.*, ifnull((select c.donor_name || iif(c.goods = '', '', ': ' || c.goods) from contribution_shown c
        where c.id = k.contribution), '') as source from intake k;
-- Nothing is handed out that is not there, and nothing that was handed out is taken back from what came in.
create trigger gift_stock after update of state, trashed on gift
when new.state <> 'pending' and new.trashed is null and (old.state = 'pending' or old.trashed is not null) begin
    select raise(abort, 'stock_short') where exists (select 1 from gift_item_shown i
        where i.event = new.event and i.trashed is null and i."left" < 0);
end;
create trigger intake_less after update of item, quantity, way, trashed on intake
when new.item <> old.item or new.quantity < old.quantity or new.trashed is not null begin
    select raise(abort, 'stock_short') where exists (select 1 from gift_item_shown i
        where i.id = old.item and i.trashed is null and i."left" < 0);
end;
create trigger intake_gone after delete on intake begin
    select raise(abort, 'stock_short') where exists (select 1 from gift_item_shown i
        where i.id = old.item and i.trashed is null and i."left" < 0);
end;
-- Goods that were contributed are taken in once, up to what they are worth.
create trigger intake_source after insert on intake when new.contribution is not null begin
    select raise(abort, 'stock_source') where (select ifnull(sum(amount), 0) from intake
        where contribution = new.contribution and trashed is null)
        > (select amount from contribution where id = new.contribution);
end;
create trigger intake_source_more after update of contribution, amount, trashed on intake
when new.contribution is not null and new.trashed is null begin
    select raise(abort, 'stock_source') where (select ifnull(sum(amount), 0) from intake
        where contribution = new.contribution and trashed is null)
        > (select amount from contribution where id = new.contribution);
end;
