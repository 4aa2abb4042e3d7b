-- Lists come as workbooks, too.
-- The workbook as it came, encrypted, as long as another of its sheets can be chosen.
alter table import_batch add column source bytea;
