-- What the service refuses the database refuses too, and a preview knows which try made it.

-- Of one preview two tries may be at work for a moment, when the first was taken for dead: only the later one counts.
alter table pack_preview
    add column attempt uuid,
    add column draft_texts text;

create function guard_new_pack_draft() returns trigger language plpgsql as $$
begin
    if new.state <> 'DRAFT' then
        raise exception 'A draft must begin as one.';
    end if;
    return new;
end $$;
create trigger pack_draft_begins_as_one before insert on pack_draft
    for each row execute function guard_new_pack_draft();

create function guard_pack_author() returns trigger language plpgsql as $$
begin
    raise exception 'Who wrote a part of a draft stays its author.';
end $$;
create trigger pack_author_stays before update or delete on pack_author
    for each row execute function guard_pack_author();

-- Who submitted is fixed while others decide, and no emergency is ratified by its authors or after its end.
create function guard_decisions_on_pack() returns trigger language plpgsql as $$
begin
    if new.state in ('APPROVED', 'PUBLISHED') and new.submitted_by is distinct from old.submitted_by then
        raise exception 'Who submitted a draft must stay.';
    end if;
    return new;
end $$;
create trigger pack_draft_keeps_who_submitted before update on pack_draft
    for each row execute function guard_decisions_on_pack();

create function guard_ratification() returns trigger language plpgsql as $$
begin
    if new.ratified_by is null then
        return new;
    end if;
    if tg_op = 'INSERT' then
        raise exception 'An emergency must be published before it is ratified.';
    end if;
    if old.ratified_by is null and new.ratified_at >= old.ends_at then
        raise exception 'An emergency that has ended must not be ratified.';
    end if;
    if old.ratified_by is null and (
            exists (select 1 from pack_author where draft_id = new.draft_id and author = new.ratified_by)
            or exists (select 1 from pack_draft where id = new.draft_id and submitted_by = new.ratified_by)) then
        raise exception 'An emergency must be ratified by somebody who wrote nothing of it.';
    end if;
    return new;
end $$;
create trigger pack_publication_is_ratified_by_others before insert or update on pack_publication
    for each row execute function guard_ratification();

-- Without a draft there is one publication of each subject: that which the service began with.
create unique index pack_publication_first on pack_publication (subject) where kind = 'FIRST';
