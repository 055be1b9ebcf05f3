# Checks that need none of the peers. Each of them says so where what it needs is not there, and is skipped then.
find_program(SLBWIRE_SH sh REQUIRED)
add_test(NAME benchmarks/chart
    COMMAND ${SLBWIRE_SH} -c "command -v python3 > /dev/null || exit 77; exec python3 \"$0\" --check"
            ${CMAKE_CURRENT_LIST_DIR}/report.py)
add_test(NAME benchmarks/instructions COMMAND ${SLBWIRE_SH} ${CMAKE_CURRENT_LIST_DIR}/instructions)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # whose instructions the table has
    add_test(NAME benchmarks/cost COMMAND ${SLBWIRE_SH} ${CMAKE_CURRENT_LIST_DIR}/cost check)
    set_tests_properties(benchmarks/cost PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)
endif()
set_tests_properties(benchmarks/chart benchmarks/instructions PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
set_property(TEST benchmarks/instructions PROPERTY
    ENVIRONMENT CXX=${CMAKE_CXX_COMPILER} BUILD_DIR=${PROJECT_BINARY_DIR})
