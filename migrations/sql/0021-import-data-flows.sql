-- Data flows come in lists, too. Each has a code by which the next list finds it again.
alter table data_flow add column code text check (length(code) between 1 and 60);
-- The rows of all organizations get one here, and the policies speak of one at a time, to the owner as well.
alter table data_flow no force row level security;
update data_flow f set code = 'FLW-' || lpad(n.number::text, greatest(3, length(n.number::text)), '0')
  from (select organization_id, id, row_number() over (partition by organization_id order by created_at, id) as number
        from data_flow) n
  where n.organization_id = f.organization_id and n.id = f.id;
alter table data_flow force row level security;
alter table data_flow alter column code set not null;
create unique index data_flow_code_once on data_flow (organization_id, lower(code));

alter table import_batch drop constraint import_batch_kind_check;
alter table import_batch add constraint import_batch_kind_check check (kind in ('assets', 'data-flows'));
-- An import makes and changes assets or data flows.
alter table import_change rename column asset_id to subject_id;
alter table import_change rename column asset_name to subject_name;
alter table import_change rename column asset_tag to subject_tag;
alter index import_change_by_asset rename to import_change_by_subject;

-- Only the worker takes flows out, and only by an undo; what anything refers to cannot go.
grant delete on data_flow to part164_worker;
