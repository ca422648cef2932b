-- What was bought for gifts names the payment that paid it.
alter table intake add column payment integer references disbursement deferrable initially deferred;
create index intake_payment on intake (payment) where payment is not null;
