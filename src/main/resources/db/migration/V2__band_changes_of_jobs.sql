-- What the rating of a portfolio found out about its bands under other weights, as JSON; empty until a chunk is done.
alter table job add column band_changes text;
