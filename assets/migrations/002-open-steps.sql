-- A step is written when it begins and sealed when it ends, so that no change waits for the step it belongs to: while a
-- reference waits, SQLite reads whole tables for each row that others may point to.
drop trigger step_sealed;
create trigger step_sealed before update on step when length(old.seal) > 0 begin select raise(abort, 'journal'); end;
