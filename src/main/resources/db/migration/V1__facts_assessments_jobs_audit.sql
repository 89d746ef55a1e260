-- A supplier and what is known about it. Facts are bitemporal: valid_from says since when a fact is true, recorded_at
-- when we learnt it. A fact is superseded, never edited and never deleted.
create table supplier (
    id text primary key check (length(id) between 1 and 64),
    name text not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null
);

create sequence fact_seq increment by 100;
create table fact (
    id bigint primary key,
    supplier_id text not null references supplier,
    kind text not null,
    fact_key text not null,
    valid_from date not null,
    body jsonb not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    check ((superseded_at is null) = (superseded_by is null)),
    check (superseded_at is null or superseded_at >= recorded_at)
);
create unique index fact_current on fact (supplier_id, kind, fact_key, valid_from) where superseded_at is null;
create index fact_history on fact (supplier_id, recorded_at);

create function refuse_change_of_fact() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A fact must not be deleted; supersede it.';
    end if;
    if old.superseded_at is not null
        or new.superseded_at is null
        or (to_jsonb(new) - 'superseded_at' - 'superseded_by') <> (to_jsonb(old) - 'superseded_at' - 'superseded_by') then
        raise exception 'A fact must not be edited; supersede it once.';
    end if;
    return new;
end $$;
create trigger fact_is_history before update or delete on fact for each row execute function refuse_change_of_fact();

-- What rated and what was rated, each stored once under its hash, so that any assessment can be replayed.
create table stored_pack (
    hash text primary key,
    pack_id text not null,
    version text not null,
    files jsonb not null,
    stored_at timestamptz not null
);

create table stored_facts (
    hash text primary key,
    body text not null
);

create table assessment (
    id uuid primary key,
    supplier_id text not null references supplier,
    as_of date not null,
    rated_at timestamptz not null,
    rated_by text not null,
    pack_hash text not null references stored_pack,
    facts_hash text not null references stored_facts,
    semantics text not null,
    badge text not null,
    worst integer not null,
    best integer not null,
    coverage_ppm bigint not null,
    disputed boolean not null,
    outcome text not null
);
create index assessment_of_supplier on assessment (supplier_id, rated_at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A row of % must not be changed.', tg_table_name;
end $$;
create trigger assessment_is_history before update or delete on assessment for each row execute function refuse_change();
create trigger stored_facts_is_history before update or delete on stored_facts for each row execute function refuse_change();
create trigger stored_pack_is_history before update or delete on stored_pack for each row execute function refuse_change();

-- The latest assessment of each supplier: what the ranking reads.
create table latest_assessment (
    supplier_id text primary key references supplier,
    assessment_id uuid not null references assessment,
    rank_group integer not null,
    worst integer not null
);
create index latest_assessment_rank on latest_assessment (rank_group, worst, supplier_id);

-- Long work. Progress is kept with the last supplier done, so that a restart goes on from there.
create table job (
    id uuid primary key,
    kind text not null,
    state text not null,
    as_of date not null,
    total bigint not null,
    done bigint not null,
    position text not null,
    cancel_requested boolean not null,
    problem text,
    requested_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- Answers to requests that carried an Idempotency-Key, written with the change itself.
create table idempotent_answer (
    actor text not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    headers jsonb not null,
    body text,
    created_at timestamptz not null,
    primary key (actor, key)
);

-- Who did what; written in the transaction of the change.
create table audit_event (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    detail jsonb not null
);
create index audit_event_of_object on audit_event (object_type, object_id, id);
create trigger audit_event_is_history before update or delete on audit_event for each row execute function refuse_change();
