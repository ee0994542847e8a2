using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PeopleReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PeopleMatches_ClosedAt",
                table: "PeopleMatches");

            migrationBuilder.DropColumn(
                name: "UndoneWhy",
                table: "PeopleLinks");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "PeopleInvolvements");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "PeopleEarlierContents");

            migrationBuilder.RenameColumn(
                name: "Why",
                table: "PeopleLinks",
                newName: "Rule");

            // What people had written stood here in clear.
            migrationBuilder.Sql("""UPDATE "PeopleLinks" SET "Rule" = '' WHERE "DecidedBy" IS NOT NULL;""");

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedUndoneWhy",
                table: "PeopleLinks",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleLinks",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleInvolvements",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedWhy",
                table: "PeopleEarlierContents",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PeopleLearntBases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Records = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "PeopleInvolvements",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "PeopleEarlierContents",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleMatches_ClosedAt",
                table: "PeopleMatches",
                column: "ClosedAt");
        }
    }
}
