#pragma once
// A reply from the events of a JSON parser: the same state machine for every library that has events.

#include <limits>

#include "inputs.hpp"

namespace bench {

/// Every event gives false where the document is not such a reply.
template <class Text>
class json_events {
public:
    bool start_object() {
        ++depth_;
        if (depth_ == 3 && in_list_) result_.backend_servers.emplace_back();
        return true;
    }
    bool end_object() {
        --depth_;
        return true;
    }
    bool start_array() {
        in_list_ = in_list_ || (depth_ == 2 && field_ == field::list);
        field_ = field::unknown;
        ++arrays_;
        return true;
    }
    bool end_array() {
        if (--arrays_ == 0) in_list_ = false;
        return true;
    }
    bool name(std::string_view n) {
        field_ = field::unknown;
        if (depth_ == 1 && n == "RequestId") field_ = field::request_id;
        else if (depth_ == 1 && n == "VServerGroupId") field_ = field::vserver_group_id;
        else if (depth_ == 2 && n == "BackendServer") field_ = field::list;
        else if (depth_ == 3 && in_list_) field_ = field_of_server(n);
        return true;
    }
    bool text(Text value) {
        switch (field_) {
        case field::request_id: result_.request_id = std::move(value); break;
        case field::vserver_group_id: result_.vserver_group_id = std::move(value); break;
        case field::server_id: last().server_id = std::move(value); break;
        case field::type: last().type = std::move(value); break;
        case field::description: last().description = std::move(value); break;
        case field::port:
        case field::weight: return false;
        default: break;
        }
        return true;
    }
    bool integer(std::int64_t value) {
        if (field_ != field::port && field_ != field::weight) return other();
        if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max()) {
            return false;
        }
        (field_ == field::port ? last().port : last().weight) = static_cast<std::int32_t>(value);
        return true;
    }
    /// A value of any other kind.
    bool other() const { return field_ == field::unknown; }

    std::optional<reply<Text>> take() {
        if (result_.request_id.empty()) return {};
        return std::move(result_);
    }

private:
    enum class field : std::uint8_t {
        unknown, request_id, vserver_group_id, list, server_id, port, weight, type, description
    };

    static field field_of_server(std::string_view n) {
        if (n == "ServerId") return field::server_id;
        if (n == "Port") return field::port;
        if (n == "Weight") return field::weight;
        if (n == "Type") return field::type;
        if (n == "Description") return field::description;
        return field::unknown;
    }
    server<Text>& last() { return result_.backend_servers.back(); }

    reply<Text> result_{};
    field field_ = field::unknown;
    int depth_ = 0;
    int arrays_ = 0;
    bool in_list_ = false;
};

}  // namespace bench
