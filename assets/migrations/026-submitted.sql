-- A budget stands still from the day it is put forward: whoever approves it approves what the paper says.
drop trigger budget_frozen;
create trigger budget_frozen before update of budget, source on event
when ifnull(old.submitted_on, old.budget_on) is not null and ifnull(new.submitted_on, new.budget_on) is not null
    and (new.budget, new.source) is not (old.budget, old.source)
begin select raise(abort, 'budget_frozen'); end;
drop trigger budget_line_frozen;
create trigger budget_line_frozen before update of name, event, source, quantity, price, trashed on budget_line
when exists (select 1 from event where id in (old.event, new.event) and ifnull(submitted_on, budget_on) is not null)
    and (new.name, new.event, new.source, new.quantity, new.price, new.trashed)
    is not (old.name, old.event, old.source, old.quantity, old.price, old.trashed)
begin select raise(abort, 'budget_frozen'); end;
drop trigger budget_line_kept;
create trigger budget_line_kept before delete on budget_line
when exists (select 1 from event where id = old.event and ifnull(submitted_on, budget_on) is not null)
begin select raise(abort, 'budget_frozen'); end;
drop trigger budget_line_late;
create trigger budget_line_late before insert on budget_line
when exists (select 1 from event where id = new.event and ifnull(submitted_on, budget_on) is not null)
begin select raise(abort, 'budget_frozen'); end;
