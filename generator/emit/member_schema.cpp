#include "emit/member_schema.h"

namespace kanon {

std::string_view member_schema() {
  return R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Members",
  "description": "The members of the pact that this site publishes, with what they declared when they applied, and those that have left.",
  "type": "object",
  "properties": {
    "version": {
      "description": "The version of this format. It changes when a field is removed or gets another meaning, not when one is added.",
      "const": 1
    },
    "members": {
      "description": "Sorted by id.",
      "type": "array",
      "items": {"$ref": "#/$defs/member"}
    }
  },
  "required": ["version", "members"],
  "$defs": {
    "id": {
      "description": "Names an item for good. Unique on the site.",
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
    },
    "day": {
      "description": "A day as YYYY-MM-DD (ISO 8601).",
      "type": "string",
      "format": "date"
    },
    "member": {
      "type": "object",
      "properties": {
        "id": {"$ref": "#/$defs/id"},
        "name": {"description": "The organization's name.", "type": "string"},
        "kind": {
          "description": "Whether the member founded the pact or was associated with it later.",
          "enum": ["founding", "associated"]
        },
        "standing": {
          "description": "Whether it is a member or has left. Of one that has left, only id, name, kind, days and address are told.",
          "enum": ["member", "former"]
        },
        "cvr": {
          "description": "The number in the Danish Central Business Register: eight digits. Null if not known.",
          "type": ["string", "null"]
        },
        "website": {
          "description": "The URL of the organization's own website. Null if not known.",
          "type": ["string", "null"]
        },
        "admitted": {
          "description": "The day it was admitted. Null if not known, as of founding members.",
          "anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]
        },
        "left": {
          "description": "The day it left. Null for a member, and if not known.",
          "anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]
        },
        "declared": {
          "description": "The day of its declaration. Null without one.",
          "anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]
        },
        "address": {
          "description": "Its page on this site, from the site's own folder. Null where it has none.",
          "type": ["string", "null"],
          "pattern": "^/"
        },
        "criteria": {
          "description": "The admission criteria that it says it meets, in the order of its declaration.",
          "type": "array",
          "items": {"$ref": "#/$defs/criterion"}
        },
        "projects": {
          "description": "The pact's projects that it takes part in, by id, in the order of its declaration.",
          "type": "array",
          "items": {"$ref": "#/$defs/id"}
        }
      },
      "required": [
        "id", "name", "kind", "standing", "cvr", "website", "admitted", "left", "declared", "address", "criteria", "projects"
      ],
      "additionalProperties": false
    },
    "criterion": {
      "type": "object",
      "properties": {
        "criterion": {"$ref": "#/$defs/id"},
        "objective": {
          "description": "The objective that the criterion belongs to.",
          "$ref": "#/$defs/id"
        },
        "statement": {
          "description": "How the member says it meets the criterion. Plain text in the site's language.",
          "type": "string"
        }
      },
      "required": ["criterion", "objective", "statement"],
      "additionalProperties": false
    }
  }
}
)";
}

}  // namespace kanon
