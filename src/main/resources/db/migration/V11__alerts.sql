-- What others tell of suppliers, and what of that somebody must look at.

-- Something that a source told, once under its reference.
create table notice (
    id bigint generated always as identity primary key,
    kind text not null,
    supplier_id text references supplier,
    country text,
    subject text not null,
    occurred_on date not null,
    source text not null,
    reference text not null,
    value_before text,
    value_after text,
    received_at timestamptz not null,
    received_by text not null,
    unique (source, reference)
);
create trigger notice_is_history before update or delete on notice for each row execute function refuse_change();

-- Which signals become alerts, as JSON; a rule is switched off and never deleted, since alerts name it.
create table alert_rule (
    id bigint generated always as identity primary key,
    name text not null unique,
    filter jsonb not null,
    active boolean not null,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null
);

-- An alert is open until somebody acknowledges it; until then the same is counted and not told again.
create table alert (
    id bigint generated always as identity primary key,
    rule_id bigint not null references alert_rule,
    supplier_id text references supplier,
    kind text not null,
    subject text not null,
    told text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    remark text,
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create unique index alert_open on alert (rule_id, coalesce(supplier_id, ''), kind, subject) where acknowledged_at is null;
create index alert_in_order on alert (id) where acknowledged_at is null;

insert into alert_rule (name, filter, active, version, changed_by, changed_at) values (
    'Everything that worsens or changes hands',
    '{"kinds": ["HSM_VENDOR_CHANGE", "SIGNING_PROVIDER_CHANGE", "OWNER_CHANGE", "CERTIFICATE_STATUS", "LIST_STATUS", "COUNTRY_FACTOR", "BADGE_WORSE", "CLEARANCE_LOST", "METHODOLOGY_REFUSED"], "suppliers": [], "countries": [], "badges": []}',
    true, 0, 'system', now());
