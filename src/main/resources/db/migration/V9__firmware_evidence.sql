-- Evidence of firmware releases: each upload byte for byte, with who brought it and when. It is superseded, never edited
-- and never deleted. What follows from it stands in the ledger of facts.
create table firmware_evidence (
    id uuid primary key,
    supplier_id text not null references supplier,
    release_id text not null,
    kind text not null check (kind in ('SBOM', 'VEX', 'BINARIES', 'ATTESTATION', 'BUILD_INTEGRITY', 'VALIDATION',
        'SIGN_OFF', 'PATCH', 'SIGNING_TEST')),
    part text not null check (length(part) <= 300),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    found jsonb not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    superseded_by text,
    superseded_at timestamptz,
    check ((superseded_at is null) = (superseded_by is null)),
    check (encode(sha256(content), 'hex') = sha256)
);
create unique index firmware_evidence_current on firmware_evidence (supplier_id, release_id, kind, part)
    where superseded_at is null;
create index firmware_evidence_of_release on firmware_evidence (supplier_id, release_id, recorded_at);

-- Three roles are three persons.
create unique index firmware_sign_off_person on firmware_evidence (supplier_id, release_id, recorded_by)
    where kind = 'SIGN_OFF' and superseded_at is null;

create function guard_firmware_evidence() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Evidence must not be deleted; supersede it.';
    end if;
    if old.superseded_at is not null
        or new.superseded_at is null
        or (to_jsonb(new) - 'superseded_at' - 'superseded_by') <> (to_jsonb(old) - 'superseded_at' - 'superseded_by') then
        raise exception 'Evidence must not be edited; supersede it once.';
    end if;
    return new;
end $$;
create trigger firmware_evidence_is_history before update or delete on firmware_evidence
    for each row execute function guard_firmware_evidence();

-- What bills of materials list, to be found by name and package. A name's last part finds it too.
create table firmware_component (
    id bigint generated always as identity primary key,
    evidence_id uuid not null references firmware_evidence,
    ref text not null,
    name text not null,
    version text,
    supplier text,
    purl text,
    cpe text,
    name_key text not null,
    short_key text not null,
    purl_key text
);
create index firmware_component_name on firmware_component (name_key, id);
create index firmware_component_short on firmware_component (short_key, id) where short_key <> name_key;
create index firmware_component_package on firmware_component (purl_key, id) where purl_key is not null;
create index firmware_component_evidence on firmware_component (evidence_id);
create trigger firmware_component_is_history before update or delete on firmware_component
    for each row execute function refuse_change();

-- What is said of vulnerabilities, with the component that it is about where the document tells.
create table firmware_statement (
    id bigint generated always as identity primary key,
    evidence_id uuid not null references firmware_evidence,
    vulnerability text not null,
    status text not null,
    justification text,
    severity text,
    component text,
    version text
);
create index firmware_statement_vulnerability on firmware_statement (vulnerability, id);
create trigger firmware_statement_is_history before update or delete on firmware_statement
    for each row execute function refuse_change();
