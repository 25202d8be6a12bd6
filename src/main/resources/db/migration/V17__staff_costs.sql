-- Employer rates by date, agency workers, area weights, published costs of an hour; part-time work.
alter table salary add column fte numeric(32, 16) default 1 not null check (fte > 0 and fte <= 1);

create table employer_rate (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  kind varchar not null check (kind in ('national-insurance', 'pension')),
  from_date date not null,
  rate numeric(32, 16) not null check (rate between 0 and 1),
  threshold numeric(32, 16) not null check (threshold >= 0),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, kind, from_date)
);
-- Versions that were kept before have the rates of each year in its on-costs.
insert into employer_rate
  select gen_random_uuid(), version_hash, 2 * position, 'national-insurance', cast(financial_year || '-04-06' as date),
    insurance_rate, insurance_threshold, source, illustrative, note from on_costs
  union all
  select gen_random_uuid(), version_hash, 2 * position + 1, 'pension', cast(financial_year || '-04-06' as date),
    pension_rate, 0, source, illustrative, note from on_costs;
alter table on_costs drop column insurance_rate;
alter table on_costs drop column insurance_threshold;
alter table on_costs drop column pension_rate;

create table agency_rate (
  id uuid primary key,
  version_hash varchar(64) not null,
  position integer not null,
  role varchar not null,
  financial_year integer not null check (financial_year between 1900 and 2200),
  day_rate numeric(32, 16) not null check (day_rate >= 0),
  day_hours numeric(32, 16) not null check (day_hours > 0 and day_hours <= 24),
  share numeric(32, 16) not null check (share between 0 and 1),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  foreign key (version_hash, role) references staff_role (version_hash, role),
  unique (version_hash, role, financial_year)
);
create table area_weight (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  area varchar not null,
  name varchar not null,
  pay numeric(32, 16) not null check (pay between 0.5 and 2),
  capital numeric(32, 16) not null check (capital between 0.5 and 2),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, area)
);
create table published_hourly_cost (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  role varchar not null,
  price_year integer not null check (price_year between 1900 and 2200),
  basis varchar not null check (basis in ('working-hour', 'case-related-hour')),
  per_hour numeric(32, 16) not null check (per_hour > 0),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, position)
);
