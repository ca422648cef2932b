-- The words that a column may hold, compared one by one: for a list of three or more SQLite opens a table of its own
-- for each row that is put in, which takes as long as the row. What is allowed stays the same, and so do the rows: only
-- the schema's text is written (sqlite.org/lang_altertable.html, on changes that leave the content on disk as it is).
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, 'gift_side in ('''', ''father'', ''mother'')',
    'gift_side = '''' or gift_side = ''father'' or gift_side = ''mother''') where type = 'table' and name = 'child';
update sqlite_schema set sql = replace(replace(sql, 'staff in (''unknown'', ''yes'', ''no'')',
    'staff = ''unknown'' or staff = ''yes'' or staff = ''no'''),
    'kind in (''unknown'', ''cadre'', ''civil'', ''public'', ''worker'')',
    'kind = ''unknown'' or kind = ''cadre'' or kind = ''civil'' or kind = ''public'' or kind = ''worker''')
    where type = 'table' and name = 'person';
update sqlite_schema set sql = replace(sql, 'means in (''cash'', ''transfer'', ''goods'')',
    'means = ''cash'' or means = ''transfer'' or means = ''goods''') where type = 'table' and name = 'contribution';
update sqlite_schema set sql = replace(sql, 'state in (''pending'', ''received'', ''proxy'')',
    'state = ''pending'' or state = ''received'' or state = ''proxy''') where type = 'table' and name = 'gift';
update sqlite_schema set sql = replace(sql, 'result in (''pending'', ''same'', ''changed'')',
    'result = ''pending'' or result = ''same'' or result = ''changed''') where type = 'table' and name = 'review';
pragma writable_schema = reset;
