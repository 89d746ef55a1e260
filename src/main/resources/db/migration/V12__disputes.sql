-- What a supplier says against a rating of it, who heard it, and what somebody else decided.

create table dispute (
    id uuid primary key,
    supplier_id text not null references supplier,
    assessment_id uuid not null references assessment,
    subject text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    decision text check (decision in ('UPHELD', 'REJECTED', 'WITHDRAWN')),
    reason text,
    decided_by text,
    decided_at timestamptz,
    version bigint not null,
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((decision is null) = (decided_by is null)),
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (reason is null)),
    check (decision is null or decision = 'WITHDRAWN' or acknowledged_by is not null)
);
create unique index dispute_open on dispute (assessment_id) where decision is null;
create index dispute_of_supplier on dispute (supplier_id, opened_at desc);
create index dispute_in_order on dispute (opened_at, id) where decision is null;

-- What was said, in its order; never taken back.
create table dispute_statement (
    id bigint generated always as identity primary key,
    dispute_id uuid not null references dispute,
    side text not null check (side in ('SUPPLIER', 'BUYER')),
    text text not null,
    stated_by text not null,
    stated_at timestamptz not null
);
create index dispute_statement_of on dispute_statement (dispute_id, id);
create trigger dispute_statement_is_history before update or delete on dispute_statement
    for each row execute function refuse_change();

-- Who decides has neither opened the dispute, nor made the rating that it is about, nor spoken in it.
create function guard_dispute() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A dispute must not be deleted; decide it.';
    end if;
    if old.decision is not null then
        raise exception 'A dispute that is decided must not change.';
    end if;
    if (to_jsonb(new) - array['acknowledged_by', 'acknowledged_at', 'decision', 'reason', 'decided_by', 'decided_at', 'version'])
        <> (to_jsonb(old) - array['acknowledged_by', 'acknowledged_at', 'decision', 'reason', 'decided_by', 'decided_at', 'version']) then
        raise exception 'What a dispute is about must not change.';
    end if;
    if new.decision in ('UPHELD', 'REJECTED') and (new.decided_by = new.opened_by
        or exists (select 1 from assessment where id = new.assessment_id and rated_by = new.decided_by)
        or exists (select 1 from dispute_statement where dispute_id = new.id and stated_by = new.decided_by)) then
        raise exception 'A dispute must be decided by somebody who has no part in it.';
    end if;
    return new;
end $$;
create trigger dispute_is_guarded before update or delete on dispute for each row execute function guard_dispute();

-- Assessments that were found to be wrong: they stay as they were made, and are marked wherever they show.
create table retraction (
    assessment_id uuid primary key references assessment,
    dispute_id uuid not null references dispute,
    reason text not null,
    retracted_by text not null,
    retracted_at timestamptz not null
);
create trigger retraction_is_history before update or delete on retraction
    for each row execute function refuse_change();
