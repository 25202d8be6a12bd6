-- Fees by name of the provider and number of needs; extras on top; rows that end; what is paid once; block contracts.
alter table fee add column provider_name varchar;
alter table fee add column needs_from integer;
alter table fee add column needs_below integer;
alter table fee add column extra varchar;
alter table fee add column extra_always boolean;
alter table fee add column to_date date;
alter table fee add column retainer numeric(32, 16) check (retainer >= 0);
alter table fee add column occupancy numeric(32, 16) check (occupancy > 0 and occupancy <= 1);
-- Without per: paid once.
alter table fee alter column per drop not null;
alter table fee add constraint fee_ends_later check (to_date > from_date);
alter table fee add constraint fee_needs check (needs_from < needs_below);
alter table fee add constraint fee_extra check ((extra is null) = (extra_always is null));
alter table fee add constraint fee_block check ((retainer is null) = (occupancy is null));
