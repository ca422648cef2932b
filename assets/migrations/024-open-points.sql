-- A report knows the day on which it was shown to its signer and the day on which it was signed; the day on the paper is
-- the one that it gets with its number.
alter table report add column submitted_on text check (submitted_on is date(submitted_on));
alter table report add column signature_on text check (signature_on is date(signature_on));

-- Whoever is urged about one thing among several of a kind (a round of review, a task, a recommendation) is urged about
-- that one only: its row; 0 where the kind names one thing.
alter table urging add column thing integer not null default 0;
drop view urging_shown;
create view urging_shown as
    select u.*, (select count(*) from urging o where o.unit = u.unit and o.period = u.period and o.about = u.about
        and o.thing = u.thing and o.trashed is null and (o.date, o.id) <= (u.date, u.id)) as turn
    from urging u;

-- A letter stands as it was numbered: what it named, and how often each was urged before.
alter table letter add column kept text not null default '';    -- the paper, as JSON
