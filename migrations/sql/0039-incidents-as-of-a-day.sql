-- The list of incidents on a past day shows who led each then, and which notice came next.
select keep_past('incident_role', 'since');
select keep_past('breach_duty', 'created_at');
