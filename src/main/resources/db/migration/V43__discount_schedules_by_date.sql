-- A schedule may be set anew from a later date: its bands are then there once for each date.
create table dated_discount_band (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  schedule varchar not null,
  effective_from date not null,
  from_year integer not null check (from_year >= 1),
  rate numeric(32, 16) not null,
  source varchar not null,
  unique (version_hash, schedule, effective_from, from_year)
);
insert into dated_discount_band (id, version_hash, position, schedule, effective_from, from_year, rate, source)
select id, version_hash, position, schedule, effective_from, from_year, rate, source from discount_band;
drop table discount_band;
alter table dated_discount_band rename to discount_band;
