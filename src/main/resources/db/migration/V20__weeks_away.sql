-- Leave, statutory days, sickness and training apart, as in on-costs.csv.
alter table on_costs add column leave_weeks numeric(32, 16) default 0 not null check (leave_weeks >= 0);
alter table on_costs add column statutory_weeks numeric(32, 16) default 0 not null check (statutory_weeks >= 0);
alter table on_costs add column sickness_weeks numeric(32, 16) default 0 not null check (sickness_weeks >= 0);
alter table on_costs add column training_weeks numeric(32, 16) default 0 not null check (training_weeks >= 0);
-- Of versions that were kept before only the sum is known here, and only the sum counts; their files have the parts.
update on_costs set leave_weeks = weeks_not_worked;
alter table on_costs drop column weeks_not_worked;
