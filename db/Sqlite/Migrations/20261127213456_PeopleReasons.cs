using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without rebuilding the tables, which cannot be done in a transaction.
            migrationBuilder.DropIndex(
                name: "IX_PeopleMatches_ClosedAt",
                table: "PeopleMatches");

            // What people had written stood here in clear.
            migrationBuilder.Sql("""UPDATE "PeopleLinks" SET "Why" = '' WHERE "DecidedBy" IS NOT NULL;""");
            migrationBuilder.Sql("""ALTER TABLE "PeopleLinks" RENAME COLUMN "Why" TO "Rule";""");
            migrationBuilder.Sql("""ALTER TABLE "PeopleLinks" DROP COLUMN "UndoneWhy";""");
            migrationBuilder.Sql("""ALTER TABLE "PeopleInvolvements" DROP COLUMN "Why";""");
            migrationBuilder.Sql("""ALTER TABLE "PeopleEarlierContents" DROP COLUMN "Why";""");

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedUndoneWhy",
                table: "PeopleLinks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleLinks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleInvolvements",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleEarlierContents",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PeopleLearntBases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleLearntBases", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PeopleMatches_ClosedAt_Probability",
                table: "PeopleMatches",
                columns: new[] { "ClosedAt", "Probability" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PeopleLearntBases");

            migrationBuilder.DropIndex(
                name: "IX_PeopleMatches_ClosedAt_Probability",
                table: "PeopleMatches");

            migrationBuilder.DropColumn(
                name: "SealedUndoneWhy",
                table: "PeopleLinks");

            migrationBuilder.DropColumn(
                name: "SealedWhy",
                table: "PeopleLinks");

            migrationBuilder.DropColumn(
                name: "SealedWhy",
                table: "PeopleInvolvements");

            migrationBuilder.DropColumn(
                name: "SealedWhy",
                table: "PeopleEarlierContents");

            migrationBuilder.RenameColumn(
                name: "Rule",
                table: "PeopleLinks",
                newName: "Why");

            migrationBuilder.AddColumn<string>(
                name: "UndoneWhy",
                table: "PeopleLinks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "PeopleInvolvements",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "PeopleEarlierContents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleMatches_ClosedAt",
                table: "PeopleMatches",
                column: "ClosedAt");
        }
    }
}
