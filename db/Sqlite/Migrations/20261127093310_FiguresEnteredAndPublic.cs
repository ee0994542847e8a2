using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FiguresEnteredAndPublic : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EntryFrom",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartIds",
                table: "Indicators",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "PopulationId",
                table: "Indicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PublicBy",
                table: "Indicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PublicSince",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeasuresChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OldDefinition = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SaidBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SaidAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresColumnMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlaceColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    LeaveOtherPlaces = table.Column<bool>(type: "INTEGER", nullable: false),
                    PeriodColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FixedPeriod = table.Column<int>(type: "INTEGER", nullable: true),
                    Years = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ValueColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NumeratorColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DenominatorColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IndicatorColumn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresColumnMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: true),
                    Numerator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Denominator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Shorthand = table.Column<int>(type: "INTEGER", nullable: false),
                    PopulationBatch = table.Column<int>(type: "INTEGER", nullable: true),
                    Commentary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Questions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CorrectionWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresPublicFigures",
                columns: table => new
                {
                    Series = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Batch = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: true),
                    Numerator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Denominator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Shorthand = table.Column<int>(type: "INTEGER", nullable: false),
                    IsKeptBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    EditionBatch = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresPublicFigures", x => new { x.Series, x.Place, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "PlanPolarities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Polarity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WhereSafe = table.Column<bool>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPolarities", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresChanges_IndicatorId",
                table: "MeasuresChanges",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresColumnMappings_Name",
                table: "MeasuresColumnMappings",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresEntries_IndicatorId_Place_Period_Round",
                table: "MeasuresEntries",
                columns: new[] { "IndicatorId", "Place", "Period", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanPolarities_PlanId_IndicatorId",
                table: "PlanPolarities",
                columns: new[] { "PlanId", "IndicatorId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeasuresChanges");

            migrationBuilder.DropTable(
                name: "MeasuresColumnMappings");

            migrationBuilder.DropTable(
                name: "MeasuresEntries");

            migrationBuilder.DropTable(
                name: "MeasuresPublicFigures");

            migrationBuilder.DropTable(
                name: "PlanPolarities");

            migrationBuilder.DropColumn(
                name: "EntryFrom",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PartIds",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PopulationId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PublicBy",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PublicSince",
                table: "Indicators");
        }
    }
}
