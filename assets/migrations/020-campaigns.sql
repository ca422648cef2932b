-- In the books and on papers a campaign is known by its name: two that stand have different ones.
create trigger campaign_named before insert on campaign
when new.trashed is null and exists (select 1 from campaign where name = new.name and trashed is null)
begin select raise(abort, 'campaign_named'); end;
create trigger campaign_renamed before update of name, trashed on campaign
when new.trashed is null and (new.name <> old.name or old.trashed is not null)
    and exists (select 1 from campaign where name = new.name and trashed is null and id <> new.id)
begin select raise(abort, 'campaign_named'); end;
-- A campaign in which there is money, or a line that stands, is not thrown away; nor does a line come back to one that is.
create trigger campaign_kept before update of trashed on campaign
when new.trashed is not null and old.trashed is null and (old.opening <> 0
    or exists (select 1 from contribution where campaign = old.id and trashed is null)
    or exists (select 1 from disbursement where campaign = old.id and trashed is null))
begin select raise(abort, 'campaign_kept'); end;
create trigger contribution_homeless before update of trashed on contribution
when old.trashed is not null and new.trashed is null and (select trashed from campaign where id = new.campaign) is not null
begin select raise(abort, 'campaign_gone'); end;
create trigger disbursement_homeless before update of trashed on disbursement
when old.trashed is not null and new.trashed is null and (select trashed from campaign where id = new.campaign) is not null
begin select raise(abort, 'campaign_gone'); end;
