-- Papers that confirm what was given: one number after the other in each year, for good; the number of the accounting
-- voucher beside each contribution.
alter table contribution add column accounting text not null default '';
-- What a posted contribution is called where others name it.
alter table contribution add column name text generated always as (ifnull('T' || number || '/' || substr(date, 1, 4), '')) virtual;

create table receipt (
    id integer primary key,
    date text not null check (date is date(date)),
    number integer not null check (number > 0),
    donor_name text not null check (donor_name <> ''),          -- as the paper names them
    year integer,                                               -- all gifts of which together; null for a single one
    amount integer not null check (amount > 0),                 -- in đồng, goods too
    prints integer not null default 0 check (prints >= 0),
    trashed text check (trashed is null), fold text not null default '', sort blob
) strict;
create unique index receipt_number on receipt (substr(date, 1, 4), number);
create table receipt_line (
    id integer primary key,
    receipt integer not null references receipt deferrable initially deferred,
    contribution integer not null references contribution deferrable initially deferred,
    unique (receipt, contribution)
) strict;
create index receipt_line_contribution on receipt_line (contribution);
create trigger receipt_born before insert on receipt begin
    select raise(abort, 'receipt') where new.number is not (select ifnull(max(number), 0) + 1 from receipt
        where substr(date, 1, 4) = substr(new.date, 1, 4));
end;
create trigger receipt_frozen before update of date, number, donor_name, year, amount, prints on receipt
when (new.date, new.number, new.donor_name, new.year, new.amount)
    is not (old.date, old.number, old.donor_name, old.year, old.amount) or new.prints < old.prints
begin select raise(abort, 'receipt'); end;
create trigger receipt_stays before delete on receipt begin select raise(abort, 'receipt'); end;
create trigger receipt_line_born before insert on receipt_line
when not exists (select 1 from contribution where id = new.contribution and number is not null and reverses is null)
    or (select prints from receipt where id = new.receipt) > 0
begin select raise(abort, 'receipt'); end;
create trigger receipt_line_frozen before update on receipt_line begin select raise(abort, 'receipt'); end;
create trigger receipt_line_stays before delete on receipt_line begin select raise(abort, 'receipt'); end;
create view receipt_shown as
    select r.*, printf('%02d', r.number) || '/' || substr(r.date, 1, 4) as code,
        iif(exists (select 1 from receipt_line l join contribution c on c.reverses = l.contribution and c.number is not null
            where l.receipt = r.id), 'void', 'valid') as validity
    from receipt r;
