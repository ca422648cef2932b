-- What is done for an event and by whom, step by step; its programme; its costs line by line, put forward and approved.
create table event_step (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    days integer check (days between -60 and 250),      -- working days before the event; after it, if negative
    due text check (due is date(due)),
    who text not null default '',
    safety integer not null default 0 check (safety in (0, 1)),
    done_on text check (done_on is date(done_on)),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index event_step_event on event_step (event);
create index event_step_open on event_step (due) where done_on is null and trashed is null;
create table programme_item (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    time text check (time glob '[0-2][0-9]:[0-5][0-9]'),
    kind text not null default 'play',
    who text not null default '',
    children integer not null default 0 check (children >= 0),
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index programme_item_event on programme_item (event);
create table budget_line (
    id integer primary key,
    name text not null check (name <> ''),
    event integer not null references event deferrable initially deferred,
    source text not null default 'budget',
    quantity integer not null default 1 check (quantity between 1 and 1000000),
    price integer not null default 0 check (price between 0 and 1000000000000),
    actual integer not null default 0 check (actual >= 0),
    voucher text not null default '',
    note text not null default '',
    trashed text, fold text not null default '', sort blob
) strict;
create index budget_line_event on budget_line (event);
create view budget_line_shown as
    select b.*, b.quantity * b.price as planned, max(b.actual - b.quantity * b.price, 0) as over from budget_line b;

alter table event add column hosts text not null default '';
alter table event add column alone integer not null default 0 check (alone in (0, 1));
alter table event add column submitted text not null default '';
alter table event add column submitted_on text check (submitted_on is date(submitted_on));
alter table event add column budget_on text check (budget_on is date(budget_on));
alter table event add column budget_paper text not null default '';
alter table event add column budget_by text not null default '';

drop view event_shown;
create view event_shown as
    select f.*, iif(f.lines > 0, f.line_sum, f.budget) as planned, iif(f.lines > 0, f.line_cost, f.cost) as spent,
        case when f.budget_on is not null then 'approved' when f.submitted_on is not null then 'submitted' else 'draft' end
            as budget_state
    from (select e.*, 'CT' || e.id as code,
        (select ifnull(sum(g.count), 0) from gift g where g.event = e.id and g.included and g.trashed is null) as gifts,
        (select ifnull(sum(g.value + g.extra), 0) from gift g where g.event = e.id and g.included and g.trashed is null)
            as gifts_value,
        (select ifnull(sum(g.count), 0) from gift g where g.event = e.id and g.state <> 'pending' and g.trashed is null)
            as received,
        (select count(*) from budget_line b where b.event = e.id and b.trashed is null) as lines,
        (select ifnull(sum(b.quantity * b.price), 0) from budget_line b where b.event = e.id and b.trashed is null) as line_sum,
        (select ifnull(sum(b.actual), 0) from budget_line b where b.event = e.id and b.trashed is null) as line_cost
        from event e) f;

-- An approved budget stands still; what was really paid is noted beside it.
create trigger budget_frozen before update of budget, source on event
when old.budget_on is not null and new.budget_on is not null and (new.budget, new.source) is not (old.budget, old.source)
begin select raise(abort, 'budget_frozen'); end;
create trigger budget_line_frozen before update of name, event, source, quantity, price, trashed on budget_line
when ((select budget_on from event where id = old.event) is not null
    or (select budget_on from event where id = new.event) is not null)
    and (new.name, new.event, new.source, new.quantity, new.price, new.trashed)
    is not (old.name, old.event, old.source, old.quantity, old.price, old.trashed)
begin select raise(abort, 'budget_frozen'); end;
create trigger budget_line_kept before delete on budget_line
when (select budget_on from event where id = old.event) is not null begin select raise(abort, 'budget_frozen'); end;
create trigger budget_line_late before insert on budget_line
when (select budget_on from event where id = new.event) is not null begin select raise(abort, 'budget_frozen'); end;
