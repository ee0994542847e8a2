using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ColumnMappings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MeasuresColumnMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Columns = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PlaceColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    LeaveOtherPlaces = table.Column<bool>(type: "boolean", nullable: false),
                    PeriodColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FixedPeriod = table.Column<int>(type: "integer", nullable: true),
                    Years = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ValueColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    NumeratorColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DenominatorColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    IndicatorColumn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    IndicatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresColumnMappings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresColumnMappings_Name",
                table: "MeasuresColumnMappings",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeasuresColumnMappings");
        }
    }
}
