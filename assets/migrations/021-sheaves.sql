-- Rows of one table that came in one after the other are one line of the journal, a sheaf: what their columns are called
-- stands there once. Of such a line row is the first and last the last of them; new holds the values of one row in each
-- of its lines, behind that row's own salt (see store/sheaf.rs).
alter table change add column last integer;
alter table change add column columns text;
create index change_last on change (kind, last) where last is not null;

drop view entry;
create view entry as
    select s.id, s.at, s.user, s.sense || '|' || s.act || '|' || s.kind || '|' || s.object as what,
        (select ifnull(sum(ifnull(last, row) - row + 1), 0) from change where step = s.id) as changes
    from step s;
