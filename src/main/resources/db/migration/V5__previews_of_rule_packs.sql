-- What a draft of any subject would do to the portfolio: one preview is one job, and every supplier on whom something differs is a row.

create table pack_preview (
    job_id uuid primary key references job,
    draft_id uuid not null references pack_draft,
    asked_as_of date,
    draft_version bigint,
    base jsonb,
    started jsonb,
    summary jsonb
);
create index pack_preview_of_draft on pack_preview (draft_id);

create table pack_preview_impact (
    job_id uuid not null references pack_preview,
    supplier_id text not null references supplier,
    place bigint,
    body jsonb not null,
    primary key (job_id, supplier_id)
);
create index pack_preview_impact_in_order on pack_preview_impact (job_id, place);

-- What a job rates under, from its first supplier to its last: hashes by subject.
alter table job add column methodology jsonb;

-- Why a draft was given back or ended, until it is submitted again.
alter table pack_draft add column turned_down text;
