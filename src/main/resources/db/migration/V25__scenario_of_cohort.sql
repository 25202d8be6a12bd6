-- A what-if that is tried on a cohort goes when the cohort does.
alter table scenario add column cohort_id varchar(40) references cohort (id) on delete cascade;
