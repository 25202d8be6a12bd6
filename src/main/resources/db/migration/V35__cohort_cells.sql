-- What each child of a finished cohort cost in each combination of values, by calendar month, so that any question can be answered
-- after the histories are gone. Without names, in no order, compressed; the column says what the parts hold.
alter table cohort add column cells text;
create table cohort_cells (
  cohort_id varchar(40) not null references cohort (id) on delete cascade,
  part int not null,
  content bytea not null,
  primary key (cohort_id, part)
);
