-- A report goes out in states: written, shown to its signer, signed, numbered, issued. As it was signed it stands still;
-- what it said is kept whole, with a fingerprint from the moment it has a number.
alter table report add column state text not null default 'draft';
alter table report add column content text not null default '';     -- the paper as it was signed, as JSON
alter table report add column print text not null default '';       -- SHA-256 of content, number and day

-- A report with a day and no state is from before there were states: it was issued.
drop trigger report_issued;
create trigger report_issued before update on report
when old.trashed is new.trashed
    and (old.signed_on is not null or old.state in ('signed', 'numbered', 'issued'))
    and (new.signed_on is not null or new.state in ('signed', 'numbered', 'issued'))
    and ((new.period, new.subject, new.direction, new.propaganda, new.events, new.circumstances, new.contributions,
        new.protection, new.strengths, new.limits, new.causes, new.next, new.proposals, new.figures, new.content)
        is not (old.period, old.subject, old.direction, old.propaganda, old.events, old.circumstances, old.contributions,
        old.protection, old.strengths, old.limits, old.causes, old.next, old.proposals, old.figures, old.content)
        or old.signed_on is not null and (new.number, new.signed_on, new.print) is not (old.number, old.signed_on, old.print))
begin select raise(abort, 'report_issued'); end;

-- The office's own Word files that reports are filled into.
create table template (
    id integer primary key,
    name text not null check (name <> ''),
    kind text not null default 'any',
    content text not null default '',       -- the file in Base64
    trashed text, fold text not null default '', sort blob
) strict;

-- A report for the public says no small counts of children, unless somebody gave the reason why it does.
alter table report add column guarded integer not null default 0 check (guarded in (0, 1));
alter table report add column unguarded text not null default '';
