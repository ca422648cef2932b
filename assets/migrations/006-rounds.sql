-- A child that left the roster was on it until the day before: what a past day counted stays as it was.
alter table child add column left_on text check (left_on is date(left_on));
