-- Money stays bound to what it was given for: once a campaign has posted lines its purpose stands, and so do the event and
-- the work it is for. One that named none may still name its event or work, unless it paid for others.
create trigger campaign_bound before update of purpose, event, work on campaign
when (new.purpose, new.event, new.work) is not (old.purpose, old.event, old.work)
    and (exists (select 1 from contribution where campaign = old.id and number is not null)
        or exists (select 1 from disbursement where campaign = old.id and number is not null))
    and (new.purpose <> old.purpose or old.event is not null and new.event is not old.event
        or old.work is not null and new.work is not old.work
        or exists (select 1 from disbursement d where d.campaign = old.id and d.number is not null and d.reverses is null
            and trim(d.agreement) = '' and (new.event is not old.event and d.event is not new.event
                or new.work is not old.work and d.work is not new.work)
            and not exists (select 1 from disbursement r where r.reverses = d.id and r.number is not null)))
begin select raise(abort, 'campaign_bound'); end;
