using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Indicators",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Period");

            migrationBuilder.AddColumn<int>(
                name: "Decimals",
                table: "Indicators",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Denominator",
                table: "Indicators",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Feeds",
                table: "Indicators",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                table: "Indicators",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Yearly");

            migrationBuilder.AddColumn<Guid>(
                name: "GuardId",
                table: "Indicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Indicators",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Performance");

            migrationBuilder.AddColumn<string>(
                name: "Numerator",
                table: "Indicators",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Polarity",
                table: "Indicators",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "PolarityConfirmed",
                table: "Indicators",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "SmallestGap",
                table: "Indicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Indicators",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusRules",
                table: "Indicators",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Indicators",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "NotSaid");

            migrationBuilder.AddColumn<string>(
                name: "UnitWords",
                table: "Indicators",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeasuresBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Licence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AsAt = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Revised = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresNeighbourLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresNeighbourLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresNeighbours",
                columns: table => new
                {
                    List = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Other = table.Column<int>(type: "INTEGER", nullable: false),
                    Closeness = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresNeighbours", x => new { x.List, x.Place, x.Rank });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresObservations",
                columns: table => new
                {
                    Series = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Batch = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: true),
                    Numerator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Denominator = table.Column<decimal>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Shorthand = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresObservations", x => new { x.Series, x.Place, x.Period, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresSeries",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresSeries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresStatuses",
                columns: table => new
                {
                    Series = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    Target = table.Column<decimal>(type: "TEXT", nullable: true),
                    Rag = table.Column<int>(type: "INTEGER", nullable: false),
                    FromPrevious = table.Column<int>(type: "INTEGER", nullable: false),
                    FromYearBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Variation = table.Column<int>(type: "INTEGER", nullable: false),
                    Assurance = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    RankOf = table.Column<int>(type: "INTEGER", nullable: true),
                    Quartile = table.Column<int>(type: "INTEGER", nullable: true),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReckonedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresStatuses", x => new { x.Series, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresTargets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresTargets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileNames = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AsAt = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresUploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresUploadedFiles",
                columns: table => new
                {
                    UploadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresUploadedFiles", x => new { x.UploadId, x.Position });
                    table.ForeignKey(
                        name: "FK_MeasuresUploadedFiles_MeasuresUploads_UploadId",
                        column: x => x.UploadId,
                        principalTable: "MeasuresUploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresBatches_Number",
                table: "MeasuresBatches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresNeighbourLists_Number",
                table: "MeasuresNeighbourLists",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresSeries_IndicatorId",
                table: "MeasuresSeries",
                column: "IndicatorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresStatuses_Place",
                table: "MeasuresStatuses",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresTargets_IndicatorId",
                table: "MeasuresTargets",
                column: "IndicatorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeasuresBatches");

            migrationBuilder.DropTable(
                name: "MeasuresNeighbourLists");

            migrationBuilder.DropTable(
                name: "MeasuresNeighbours");

            migrationBuilder.DropTable(
                name: "MeasuresObservations");

            migrationBuilder.DropTable(
                name: "MeasuresSeries");

            migrationBuilder.DropTable(
                name: "MeasuresStatuses");

            migrationBuilder.DropTable(
                name: "MeasuresTargets");

            migrationBuilder.DropTable(
                name: "MeasuresUploadedFiles");

            migrationBuilder.DropTable(
                name: "MeasuresUploads");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Decimals",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Denominator",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Feeds",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Frequency",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "GuardId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Numerator",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Polarity",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PolarityConfirmed",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "SmallestGap",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "StatusRules",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "UnitWords",
                table: "Indicators");
        }
    }
}
