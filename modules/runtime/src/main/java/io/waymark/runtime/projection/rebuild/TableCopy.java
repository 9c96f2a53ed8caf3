package io.waymark.runtime.projection.rebuild;

import io.waymark.runtime.database.RebuildFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an empty table in another schema that cannot be told from the live one: columns, checks, partitions, comments, and
 * indexes and constraints under the same names, so that later migrations find what they look for.
 */
final class TableCopy {

    /** Statements in the order in which they are to be run; %I and %s are the server's own quoting. */
    private static final String STATEMENTS = """
            with live as (select 'public'::regnamespace as schema, to_regclass(format('public.%I', ?::text)) as id, ?::text as target)
            select 1, format('create table %I.%I (like %s including all excluding indexes)%s', target, c.relname, id::regclass,
                       case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(id) else '' end)
              from live join pg_class c on c.oid = id
            union all
            select 2, format('create table %I.%I partition of %I.%I %s', target, part.relname, target, c.relname,
                       pg_get_expr(part.relpartbound, part.oid))
              from live join pg_class c on c.oid = id join pg_inherits i on i.inhparent = id join pg_class part on part.oid = i.inhrelid
             where c.relkind = 'p'
            union all
            select 3, format('alter table %I.%I add constraint %I %s', target, c.relname, k.conname, pg_get_constraintdef(k.oid))
              from live join pg_class c on c.oid = id join pg_constraint k on k.conrelid = id and k.contype in ('p', 'u')
            union all
            select 4, regexp_replace(pg_get_indexdef(x.indexrelid), ' ON (ONLY )?\\S+ USING ',
                       format(' ON %I.%I USING ', target, c.relname))
              from live join pg_class c on c.oid = id join pg_index x on x.indrelid = id
             where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u'))
            union all
            select 5, format('comment on table %I.%I is %L', target, c.relname, obj_description(id, 'pg_class'))
              from live join pg_class c on c.oid = id
            union all
            select 6, format('grant %s on %I.%I to %s', a.privilege_type, target, c.relname,
                       case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
              from live join pg_class c on c.oid = id cross join lateral aclexplode(c.relacl) a
             where a.grantee <> c.relowner
            order by 1""";

    /** Columns and indexes, without the schema: equal texts mean tables that can take each other's place. */
    private static final String SHAPE = """
            select coalesce(string_agg(line, E'\\n' order by line), '') from (
                select format('%s %s %s %s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                           pg_get_expr(d.adbin, d.adrelid)) as line
                  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attrelid = to_regclass(format('%I.%I', ?::text, ?::text)) and a.attnum > 0 and not a.attisdropped
                union all
                select regexp_replace(pg_get_indexdef(x.indexrelid), ' ON (ONLY )?\\S+ USING ', ' USING ')
                  from pg_index x where x.indrelid = to_regclass(format('%I.%I', ?::text, ?::text))) lines""";

    private TableCopy() {}

    static void make(Connection connection, String table, String schema) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS)) {
            select.setString(1, table);
            select.setString(2, schema);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    statements.add(row.getString(2));
                }
            }
        }
        if (statements.isEmpty()) {
            throw new RebuildFailure("There is no table " + table + " to rebuild: start a node first.");
        }
        try (Statement execute = connection.createStatement()) {
            for (String statement : statements) {
                execute.execute(statement);
            }
        }
    }

    /** What tells apart two tables that hold different things. */
    static String shape(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHAPE)) {
            select.setString(1, schema);
            select.setString(2, table);
            select.setString(3, schema);
            select.setString(4, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
