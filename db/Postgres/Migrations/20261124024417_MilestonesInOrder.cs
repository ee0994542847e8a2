using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MilestonesInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PlanItems_PlanId_DueBy",
                table: "PlanItems");

            migrationBuilder.DropIndex(
                name: "IX_PlanItems_PlanId_Kind",
                table: "PlanItems");

            // A milestone without a last day now has the last of all days, so that it sorts behind the others.
            migrationBuilder.Sql("""UPDATE "PlanItems" SET "DueBy" = 'infinity' WHERE "Kind" = 'milestone' AND "DueBy" IS NULL;""");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_Due",
                table: "PlanItems",
                columns: new[] { "PlanId", "Kind", "DueBy", "Id", "Withdrawn", "Lifecycle", "CurrentDue", "OriginalDue", "ConfirmedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PlanItems_Due",
                table: "PlanItems");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_PlanId_DueBy",
                table: "PlanItems",
                columns: new[] { "PlanId", "DueBy" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_PlanId_Kind",
                table: "PlanItems",
                columns: new[] { "PlanId", "Kind" });
        }
    }
}
