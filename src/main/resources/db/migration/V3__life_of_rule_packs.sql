-- The life of a rule pack: drafts that people write and approve, and what was put in force for which day.

create table pack_draft (
    id uuid primary key,
    title text not null check (length(title) between 1 and 200),
    base_hash text not null references stored_pack,
    files jsonb not null,
    version bigint not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
    hash text references stored_pack,
    restores boolean not null,
    created_by text not null,
    created_at timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    check ((state in ('SUBMITTED', 'APPROVED', 'PUBLISHED')) <= (hash is not null and submitted_by is not null)),
    check ((state in ('APPROVED', 'PUBLISHED')) <= (approved_by is not null)),
    check (state <> 'DRAFT' or (hash is null and approved_by is null)),
    check (approved_by <> submitted_by)
);

-- Everybody who wrote a part of a draft: none of them may approve it.
create table pack_author (
    draft_id uuid not null references pack_draft,
    author text not null,
    primary key (draft_id, author)
);

create function guard_pack_draft() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A draft must not be deleted; withdraw it.';
    end if;
    if old.state in ('PUBLISHED', 'WITHDRAWN') then
        raise exception 'A draft that is % must not change.', lower(old.state);
    end if;
    if new.files <> old.files and new.state <> 'DRAFT' then
        raise exception 'What is submitted or approved must not be edited.';
    end if;
    if new.state in ('APPROVED', 'PUBLISHED') and new.hash is distinct from old.hash then
        raise exception 'What is approved must be what was submitted.';
    end if;
    if new.state = 'APPROVED' and old.state <> 'SUBMITTED' then
        raise exception 'Only what was submitted can be approved.';
    end if;
    if new.state = 'PUBLISHED' and old.state <> 'APPROVED' then
        raise exception 'Only what was approved can be published.';
    end if;
    if new.approved_by is distinct from old.approved_by and exists (
            select 1 from pack_author where draft_id = new.id and author = new.approved_by) then
        raise exception 'A draft must be approved by somebody who wrote nothing of it.';
    end if;
    return new;
end $$;
create trigger pack_draft_is_guarded before update or delete on pack_draft
    for each row execute function guard_pack_draft();

create table pack_publication (
    id bigint generated always as identity primary key,
    pack_id text not null,
    hash text not null references stored_pack,
    draft_id uuid unique references pack_draft,
    kind text not null check (kind in ('FIRST', 'PLANNED', 'EMERGENCY')),
    effective_from date not null,
    published_by text not null,
    published_at timestamptz not null,
    ends_at timestamptz,
    ratified_by text,
    ratified_at timestamptz,
    check ((kind = 'EMERGENCY') = (ends_at is not null)),
    check ((ratified_by is null) = (ratified_at is null)),
    check (ratified_by <> published_by),
    check ((kind = 'FIRST') = (draft_id is null))
);
create index pack_publication_in_force on pack_publication (effective_from desc, id desc);

-- Only what was approved is put in force, and a publication is history: all that can still happen is that an emergency
-- is ratified once.
create function guard_pack_publication() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A publication must not be deleted.';
    end if;
    if tg_op = 'UPDATE' and (old.ratified_by is not null
        or (to_jsonb(new) - 'ratified_by' - 'ratified_at') <> (to_jsonb(old) - 'ratified_by' - 'ratified_at')) then
        raise exception 'A publication must not be changed.';
    end if;
    if tg_op = 'INSERT' and new.draft_id is not null and not exists (
            select 1 from pack_draft where id = new.draft_id and state in ('APPROVED', 'PUBLISHED') and hash = new.hash) then
        raise exception 'Only what was approved can be published.';
    end if;
    return new;
end $$;
create trigger pack_publication_is_guarded before insert or update or delete on pack_publication
    for each row execute function guard_pack_publication();
